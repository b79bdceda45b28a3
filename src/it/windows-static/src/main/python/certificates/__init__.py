"""The certificate that the build makes for the test of TLS."""
