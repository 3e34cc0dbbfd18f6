"""Pages of the installation itself."""
