"""Takes people out of the notebook as vCards."""
