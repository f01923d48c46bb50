"""What the PDF says of itself: the information dictionary, the same as XMP, the output intent.

PDF/A-2A (ISO 19005-2 § 6.6) wants both to agree and an ICC profile for the colours; PDF/UA-1 wants
its identification in XMP, which PDF/A in turn wants described as an extension schema.
"""

import datetime
import re

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFString,
)

from bulletin_cli.document import Metadata
from bulletin_cli.version import __version__
from bulletin_cli.writers.pdf.icc import srgb
from bulletin_cli.writers.pdf.objects import Stream, stream

PRODUCER = f"bulletin-cli {__version__}"


class Info(PDFInfo):
    """The information dictionary (ISO 32000-1 § 14.3.3), dated by the issue, not by the clock."""

    def __init__(self, metadata: Metadata) -> None:
        """Say what the document says of itself."""
        super().__init__()
        self.metadata = metadata
        self.title, self.author = metadata.title, metadata.author
        self.subject, self.keywords = metadata.subject, "、".join(metadata.keywords)

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as bytes."""
        texts = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
        }
        entries = {key: PDFString(text) for key, text in texts.items() if text}
        made, changed = (
            PDFString("D:" + re.sub("[-:T]", "", _timestamp(time))) for time in self.metadata.times
        )
        entries |= {"Producer": PDFString(PRODUCER), "Creator": PDFString(PRODUCER)}
        entries |= {"CreationDate": made, "ModDate": changed}
        result: bytes = PDFDictionary(entries).format(document)
        return result


def xmp(metadata: Metadata) -> Stream:
    """The XMP packet, saying what the information dictionary says."""
    packet = _XMP.format(
        title=_escape(metadata.title),
        subject=_escape(metadata.subject),
        creator=f"<dc:creator><rdf:Seq><rdf:li>{_escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>"
        if metadata.author
        else "",
        keywords=f"<pdf:Keywords>{_escape('、'.join(metadata.keywords))}</pdf:Keywords>"
        if metadata.keywords
        else "",
        producer=_escape(PRODUCER),
        made=_timestamp(metadata.times[0]),
        changed=_timestamp(metadata.times[1]),
    )
    return Stream("/Type/Metadata/Subtype/XML", packet.encode("utf-8"))


def _escape(text: str) -> str:
    """A text as XML holds it; the standard library's own would import half of the internet."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _timestamp(time: datetime.datetime) -> str:
    return time.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def output_intent(document: PDFDocument) -> PDFArray:
    """Colours are meant as sRGB."""
    profile = document.Reference(stream(srgb(), "/N 3"))
    return PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB"),
                    "Info": PDFString("sRGB IEC61966-2.1"),
                    "DestOutputProfile": profile,
                }
            )
        ]
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
{creator}
{keywords}
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{changed}</xmp:ModifyDate>
<xmp:MetadataDate>{changed}</xmp:MetadataDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
