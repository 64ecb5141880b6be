"""The fonts of a PDF, those included whose codes are declared in the file or that are broken."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMap, CMapBase, CMapDB, CMapParser, FileUnicodeMap, IdentityCMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword, PSLiteral, literal_name

__all__ = ["Fonts"]

#: Maps of codes that rest on each other, at most.
_MOST_MAPS = 5
#: What a font is tried without, one after the other.
_PROGRAMS = ("FontFile", "FontFile2", "FontFile3")


class _Codes(CMap):
    """What the codes of a font stand for, as the file itself declares it."""

    def add_cid2unichr(self, cid: int, code: PSLiteral | bytes | int) -> None:
        """Add a code; the name is that by which pdfminer's parser calls it for codes and characters alike."""
        if not isinstance(code, bytes) or not code:
            return
        inner: dict[int, Any] = self.code2cid
        for byte in code[:-1]:
            deeper = inner.setdefault(byte, {})
            if not isinstance(deeper, dict):
                return
            inner = deeper
        inner[code[-1]] = cid


class _CodesParser(CMapParser):
    """Reads single codes too, which pdfminer expects in another order than they have."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """An operator."""
        if token is not self.KEYWORD_ENDCIDCHAR:
            super().do_keyword(pos, token)
            return
        found = [each for _, each in self.popall()]
        for code, cid in zip(found[::2], found[1::2], strict=False):
            if isinstance(cid, int) and isinstance(code, bytes):
                self.cmap.add_cid2unichr(cid, code)


def _codes(stream: PDFStream, depth: int = 0) -> _Codes:
    codes = _Codes()
    base = resolve1(stream.get("UseCMap"))
    if isinstance(base, PDFStream) and depth < _MOST_MAPS:
        codes.use_cmap(_codes(base, depth + 1))
    elif isinstance(base, PSLiteral):
        codes.use_cmap(CMapDB.get_cmap(literal_name(base)))
    _CodesParser(codes, BytesIO(stream.get_data())).run()
    if "WMode" in stream:
        codes.set_attr("WMode", resolve1(stream["WMode"]))
    return codes


class _CIDFont(PDFCIDFont):
    """A font whose signs are numbered."""

    def __init__(self, rsrcmgr: PDFResourceManager, spec: Mapping[str, Any]) -> None:
        #: Whether nothing says what the codes stand for; they are then taken two bytes a sign, as nearly all are.
        self.unknown_codes = False
        super().__init__(rsrcmgr, spec)
        if self.unknown_codes and "ToUnicode" not in spec:
            self.unicode_map = None
        if isinstance(self.cmap, CMap) and isinstance(self.unicode_map, FileUnicodeMap) and "ToUnicode" in spec:
            self._by_sign(self.cmap, self.unicode_map)

    def get_cmap_from_spec(self, spec: Mapping[str, Any], strict: bool) -> CMapBase:  # noqa: FBT001
        """What the codes stand for."""
        encoding = resolve1(spec.get("Encoding"))
        codes = _codes(encoding) if isinstance(encoding, PDFStream) else super().get_cmap_from_spec(spec, strict)
        if isinstance(codes, CMap) and not codes.code2cid:
            self.unknown_codes = True
            return IdentityCMap(WMode=int(codes.is_vertical()))
        return codes

    @staticmethod
    def _by_sign(codes: CMap, characters: FileUnicodeMap) -> None:
        """Characters are declared for codes (ISO 32000-1, 9.10.3), and pdfminer asks for those of signs."""
        said = characters.cid2unichr
        characters.cid2unichr = {sign: said[code] for code, sign in _pairs(codes.code2cid) if code in said} or said


def _pairs(codes: dict[int, Any], before: int = 0) -> Iterator[tuple[int, int]]:
    """Each code with its sign."""
    for byte, found in codes.items():
        if isinstance(found, dict):
            yield from _pairs(found, before << 8 | byte)
        else:
            yield before << 8 | byte, found


class _Nameless(PDFFont):
    """A broken font: nothing says what its signs are."""

    def __init__(self) -> None:
        super().__init__({}, {}, default_width=500)

    def to_unichr(self, cid: int) -> str:
        """No sign is known."""
        raise PDFUnicodeNotDefined(None, cid)


class Fonts(PDFResourceManager):
    """Makes each font once. ``broken`` are the names of fonts that could not be made since it was last emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: set[str] = set()

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        """A font; one that is broken is made without its program, or else its signs are unknown."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        try:
            return self._font(objid, spec)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a broken font can make pdfminer raise anything
            font = self._without_program(spec)
        if objid:
            self._cached_fonts[objid] = font
        return font

    def _font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        if literal_name(spec.get("Subtype", "")) in ("CIDFontType0", "CIDFontType2"):
            return _CIDFont(self, spec)
        return super().get_font(objid, spec)

    def _without_program(self, spec: Mapping[str, Any]) -> PDFFont:
        descriptor = resolve1(spec.get("FontDescriptor"))
        if isinstance(descriptor, dict) and any(key in descriptor for key in _PROGRAMS):
            kept = {key: value for key, value in descriptor.items() if key not in _PROGRAMS}
            return self.get_font(None, {**spec, "FontDescriptor": kept})
        self.broken.add(_name(spec))
        return _Nameless()


def _name(spec: Mapping[str, Any]) -> str:
    name = resolve1(spec.get("BaseFont"))
    return str(name.name) if isinstance(name, PSLiteral) else "?"
