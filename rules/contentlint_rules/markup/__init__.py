"""Rules about emphasis and headings: marks that a reader should never see."""
