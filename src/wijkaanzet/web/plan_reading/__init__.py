"""Plans as everybody reads them, on the site, on paper, and as a document to edit."""
