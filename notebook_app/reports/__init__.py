"""From the model to documents for paper, without Qt; ``gui.printing`` lays them out."""
