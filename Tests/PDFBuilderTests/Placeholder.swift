import PDFBuilder
