"""Which version this is, for the About sheet and for reports."""


def program_version() -> str:
    """Return the installed version; an empty text if the program runs without being installed."""
    # Loaded here, since it takes longer to import than the window to build.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("contact-notebook")
    except PackageNotFoundError:
        return ""
