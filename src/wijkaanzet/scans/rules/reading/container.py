"""What a file is by its first bytes: a table that can be read, or something that is refused with what to do."""

import re
from dataclasses import dataclass

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import FileKind, Limits, Packing
from wijkaanzet.scans.rules.reading.packing import GZIP, ZIP, all_of, archive, names_of, opened, packing_of, unpacked

_HEAD = 4_096
_OLE = b"\xd0\xcf\x11\xe0"  # the xls of before 2007, and every workbook with a password
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")
_PACKED = (b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|[a-z][\w:]*[\s>/])", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class Container:
    """How a table was sent; `kind` is CSV for any text and ODATA for any JSON, until somebody looks inside."""

    packing: Packing
    kind: FileKind


def container_of(content: bytes, limits: Limits) -> Container:
    """Look at the outside of a file.

    Raises BadInput: ("empty_file"), ("file_over"), ("damaged_packing"), ("zip_many_files"), ("unpacked_over"),
    ("packed_twice"), ("other_packing"), ("old_spreadsheet"), ("open_document"), ("not_a_table"), ("pdf_file"),
    ("web_page"), ("picture_file") and ("not_a_text_file").
    """
    if len(content) > limits.uploaded:
        raise BadInput("file_over", most=limits.uploaded // 1_000_000)
    packing = packing_of(content)
    head = unpacked(content, packing, limits).read(_HEAD)
    if not head.strip():
        raise BadInput("empty_file")
    if head.startswith(ZIP):
        _check_workbook(all_of(content, packing, limits), packing)
        return Container(packing, FileKind.XLSX)
    _check_head(head)
    return Container(packing, FileKind.ODATA if _JSON.match(head) else FileKind.CSV)


def _check_workbook(content: bytes, packing: Packing) -> None:
    names = names_of(content)
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise BadInput("old_spreadsheet")
    if "mimetype" in names:
        zipped = archive(content)
        with opened(zipped, zipped.getinfo("mimetype"), _HEAD) as kind:
            if kind.read(_HEAD).startswith(_OPEN_DOCUMENT):
                raise BadInput("open_document")
    if packing is not Packing.PLAIN:
        raise BadInput("packed_twice")
    raise BadInput("not_a_table")


def _check_head(head: bytes) -> None:
    if head.startswith(GZIP):
        raise BadInput("packed_twice")
    if head.startswith(_PACKED):
        raise BadInput("other_packing")
    if head.startswith(_OLE):
        raise BadInput("old_spreadsheet")
    if head.startswith(b"%PDF"):
        raise BadInput("pdf_file")
    if head.startswith(_PICTURES) and b"\x00" in head:
        raise BadInput("picture_file")
    if _MARKUP.match(head):
        raise BadInput("web_page")
    if b"\x00" in head and not head.startswith(_UTF16):
        raise BadInput("not_a_text_file")
