"""Strings that outputs must carry without obeying them. Our own; the public lists hold the same families."""

__all__ = ["NAUGHTY"]

_SCRIPT = (
    *("<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</script>"),
    *("<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert&#40;1&#41;</script>"),
    *("<body onload=alert(1)>", "<iframe src='javascript:alert(1)'>", "<a href=javascript:alert(1)>x</a>"),
    *("<math><mi//xlink:href='data:x,<script>alert(1)</script>'>", "<details open ontoggle=alert(1)>"),
    *("<input autofocus onfocus=alert(1)>", "<object data='data:text/html,x'>", "<embed src=//evil.example>"),
    *("<base href='//evil.example/'>", "<meta http-equiv=refresh content='0;url=//evil.example'>"),
    *("<link rel=stylesheet href=//evil.example/x.css>", "<style>@import'//evil.example';</style>"),
    *("<form action=//evil.example><button>x", "<template><script>1</script></template>", "<plaintext>", "<xmp>"),
    *("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<textarea></textarea><script>1</script>"),
    *("</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</table><script>alert(1)</script>"),
    *("</p><h1>x</h1>", "</body></html><script>1</script>", "<table><tr><td>x", "<bdo dir=rtl>abc</bdo>"),
)
_QUOTES = (
    *('"', "'", "`", "\"'", '"><b>x', "'><b>x", '" onmouseover="alert(1)', "' onmouseover='alert(1)"),
    *("` onmouseover=`alert(1)", 'x" style="background:url(//evil.example)', '"/><script>1</script><x y="'),
    *('=""', '\\"', "\\'", "\\", "\\\\", "“‘’”", "«»", "&quot;><b>", "&#34; onclick=1"),
)
_ENTITIES = (
    *("&lt;script&gt;", "&amp;lt;b&amp;gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&notanentity;", "&copy", "&;", "&#0;"),
    *("&#1114112;", "&#xD800;", "&amp;", "<!--", "-->", "<!-- x --><b>", "<![CDATA[x]]>", "<?xml version='1.0'?>"),
    *("<!DOCTYPE html>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<", ">", "&", "<>", "< b >", "<3", "a<b>c"),
)
_LINKS = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>1</script>"),
    *("vbscript:x", "http://evil.example/", "//evil.example", "https://evil.example/?a=1&b=2", "file:///etc/passwd"),
    *("[x](javascript:alert(1))", "![x](//evil.example/x.png)", "<https://evil.example>", "mailto:x@evil.example"),
    *("www.evil.example", "#sections.0", "../../etc/passwd"),
)
_MARKUP = (
    *("# x", "- x", "+ x", "1. x", "1) x", "> x", "| a | b |", "---", "===", "***", "```", "~~~", "~~x~~", "**x**"),
    *("_x_", "    x", "[x]: //evil.example", "[^1]", "<br>", "a|b", "a\\|b", "$x^2$", ":smile:", "@user", "#1"),
)
_CODE = (
    *("'; DROP TABLE reports; --", "1 OR 1=1", "Robert'); DROP TABLE x;--", "%s%s%s%n", "%x", "{0}", "{x}", "{}"),
    *("{{7*7}}", "{% raw %}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{left}", "{left.__class__}", "\\u0000", "\\x00"),
    *("$(touch x)", "`touch x`", "; touch x", "| touch x", "__proto__", "constructor", "null", "undefined", "NaN"),
    *("::error file=x::y", "::set-output name=x::y", "%0A::error::x", "##[error]x", "True", "0", "-1", "1e309"),
)
_FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("//evil.example")', "=cmd|' /C calc'!A0", "\t=1", "＝1", "＋1",
             "－1", "＠x", "\r=1", "\n=1", "00123", "1234567890123456789", "a,b", "a;b", 'a"b', '"a"')  # fmt: skip
_CHARACTERS = (
    *("\x00", "a\x00b", "\x01\x02", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31mred\x1b[0m", "\x1b]0;x\x07", "\x7f"),
    *("\x85", "\x9b31m", "a\rb", "a\nb", "a\r\nb", "a\tb", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ufffe"),
    *("\uffff", "\ufdd0", "\U0001ffff", "\U0010ffff", "\ue000", "\xad", "\u200b", "\u200d", "\u2060", "\u180e"),
    *(" ", "\u3000", "\u202eabc", "\u202a\u202b\u202c\u202d", "\u2066a\u2069", "\u200e\u200f", "\u061c"),
    *("שלום", "مرحبا", "a\u202e</b>", "é", "e\u0301", "\u0301", "Z̡̖̳͕a̳͠l̢g̸͝o", "𠮷𪚥", "😀"),
    *("👨\u200d👩\u200d👧", "🇨🇳", "⼯作", "﷽", "ﾊﾝｶｸ", "Ａｂ１", "①②", "ß", "İ"),
)
NAUGHTY: tuple[str, ...] = (
    *(*_SCRIPT, *_QUOTES, *_ENTITIES, *_LINKS, *_MARKUP, *_CODE, *_FORMULAS, *_CHARACTERS),
    *("", "政府信息公开", "长" * 3_000, "<" * 500, "a" * 5_000),
)  # fmt: skip
