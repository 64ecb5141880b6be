/**
 * TypeScript types of findings.schema.json, generated from it by scripts/typescript.mjs; not edited by hand.
 *
 * License: CC0-1.0
 */

/**
 * 精确小数，保留原有小数位数
 */
export type Decimal = `${number}`;
/**
 * error 错误；warning 警告；info 提示
 */
export type Severity = "error" | "warning" | "info";
/**
 * failed 不成立；undecided 无法判定；noted 记录
 */
export type Verdict = "failed" | "undecided" | "noted";

/**
 * 核对结果
 */
export interface Findings {
  /**
   * 核对结果
   */
  findings: Finding[];
}
export interface Finding {
  /**
   * 所在文件
   */
  file?: string;
  /**
   * 说明文字
   */
  message?: string;
  /**
   * 代码
   */
  code: string;
  /**
   * 级别
   */
  severity: Severity;
  /**
   * 结论
   */
  verdict: Verdict;
  /**
   * 左边
   */
  left: Side;
  /**
   * 右边
   */
  right: Side | null;
  /**
   * 左边减右边之差
   */
  difference: number | Decimal | null;
  /**
   * 说明中的用语
   */
  params: {
    [k: string]: string;
  };
  /**
   * 空白视为零时是否成立
   */
  agrees_if_blank_is_zero: boolean | null;
}
export interface Place {
  /**
   * 所在路径
   */
  path: string | null;
  /**
   * 起始位置
   */
  start: number | null;
  /**
   * 结束位置
   */
  end: number | null;
  /**
   * 原文
   */
  quote: string;
  /**
   * 来源位置
   */
  source: SourcePlace | null;
}
export interface Side {
  /**
   * 路径
   */
  paths: string[];
  /**
   * 数值
   */
  value: number | Decimal | string | null;
  /**
   * 出处
   */
  places: Place[];
}
export interface SourcePlace {
  /**
   * 起始位置
   */
  start: number | null;
  /**
   * 结束位置
   */
  end: number | null;
  /**
   * 页
   */
  page: number | null;
  /**
   * 表格
   */
  table: number | null;
  /**
   * 行
   */
  row: number | null;
  /**
   * 列
   */
  column: number | null;
}
