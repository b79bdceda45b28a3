"""Has DLLs in its folders."""
