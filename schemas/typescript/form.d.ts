/**
 * TypeScript types of form.schema.json, generated from it by scripts/typescript.mjs; not edited by hand.
 *
 * License: CC0-1.0
 */

/**
 * 格式说明：表格、用语、计量单位和数据关系
 */
export interface FormDescription {
  /**
   * 格式
   */
  form: string;
  /**
   * 版本
   */
  version: string;
  /**
   * 许可
   */
  license: string;
  /**
   * 报告的JSON Schema
   */
  schema: string;
  /**
   * 正式用语的语言
   */
  language: string;
  /**
   * 名称
   */
  title: {
    [k: string]: string;
  };
  /**
   * 适用年度
   */
  years: (number | null)[];
  /**
   * 依据
   */
  sources: string[];
  /**
   * 表格
   */
  tables: DescribedTable[];
  /**
   * 单元格
   */
  cells: DescribedCell[];
  /**
   * 规则说明
   */
  titles: {
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * 数据关系
   */
  rules: DescribedRule[];
  /**
   * 互相替代的行
   */
  alternatives: DescribedAlternative[];
  /**
   * 不可能的数值
   */
  impossible: DescribedImpossible[];
  /**
   * 文表对照
   */
  stated: DescribedStated[];
}
export interface DescribedAlternative {
  /**
   * 规则代码
   */
  code: string;
  /**
   * 级别
   */
  severity: string;
  /**
   * 行的路径
   */
  rows: string[];
}
export interface DescribedCell {
  /**
   * 路径
   */
  path: string;
  /**
   * 取值类型
   */
  kind: string;
  /**
   * 可为负数
   */
  signed: boolean;
  /**
   * 计量单位
   */
  unit: string | null;
  /**
   * 所属年度与报告年度之差
   */
  of_year: number;
}
export interface DescribedColumn {
  /**
   * 列标题，自上而下
   */
  headers: {
    [k: string]: string;
  }[];
  /**
   * 末级标题的其他写法
   */
  aliases: string[];
}
export interface DescribedImpossible {
  /**
   * 规则代码
   */
  code: string;
  /**
   * 级别
   */
  severity: string;
  /**
   * 单元格路径
   */
  cells: string[];
  /**
   * 机构类别
   */
  kinds: string[];
  /**
   * 行政层级
   */
  levels: string[];
}
export interface DescribedPart {
  /**
   * 分段标题
   */
  banner: {
    [k: string]: string;
  } | null;
  /**
   * 左上角文字
   */
  corner: {
    [k: string]: string;
  } | null;
  /**
   * 列
   */
  columns: DescribedColumn[];
  /**
   * 行
   */
  rows: DescribedRow[];
}
export interface DescribedReading {
  /**
   * 单元格路径
   */
  cells: string[];
  /**
   * 占比的基数
   */
  base: string[];
}
export interface DescribedRow {
  /**
   * 行的路径
   */
  path: string;
  /**
   * 行标题，由外向内
   */
  headers: {
    [k: string]: string;
  }[];
  /**
   * 末级标题的其他写法
   */
  aliases: string[];
  /**
   * 未印出时为null的路径
   */
  optional: string | null;
  /**
   * 逐单位重复的行所在数组
   */
  repeats: string | null;
  /**
   * 存放单位名称的字段
   */
  name: string | null;
  /**
   * 单元格路径
   */
  cells: (string | null)[];
}
export interface DescribedRule {
  /**
   * 规则代码
   */
  code: string;
  /**
   * 级别
   */
  severity: string;
  /**
   * 关系
   */
  relation: string;
  /**
   * 所在表格
   */
  table: string;
  /**
   * 左边为总计
   */
  total: boolean;
  /**
   * 左边
   */
  left: string[];
  /**
   * 右边
   */
  right: string[];
  /**
   * 右边的上一年度数据
   */
  previous: string[];
  /**
   * 逐项成立的数组
   */
  each: string | null;
}
export interface DescribedStated {
  /**
   * 规则代码
   */
  code: string;
  /**
   * 级别
   */
  severity: string;
  /**
   * 指标
   */
  kinds: string[];
  /**
   * 文中用语
   */
  words: string;
  /**
   * 可能的口径
   */
  readings: DescribedReading[];
}
export interface DescribedTable {
  /**
   * 表格路径
   */
  path: string;
  /**
   * 表格名称
   */
  title: {
    [k: string]: string;
  };
  /**
   * 所在内容
   */
  section: string | null;
  /**
   * 是否单列分级排列
   */
  outline: boolean;
  /**
   * 单位列标题
   */
  unit_header: {
    [k: string]: string;
  } | null;
  /**
   * 数值列标题
   */
  value_header: {
    [k: string]: string;
  } | null;
  /**
   * 分段
   */
  parts: DescribedPart[];
}
