from .stock import count as count
