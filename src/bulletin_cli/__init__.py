"""bulletin-cli: sets numbered Chinese bulletins (简报) as an official DOCX and an archival PDF."""

__version__ = "0.1.0"
