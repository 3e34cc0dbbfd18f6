"""The register of who proposes, advises, decides and is told."""
