"""Writers: finished files from pages (PDF, text) or from the document (DOCX)."""
