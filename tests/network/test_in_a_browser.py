"""The page as a real browser shows it, at a phone's width."""

import contextlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from notebook_app.network.page_style import DARK, LIGHT
from notebook_app.network.phone_events import Arrived, Reached
from notebook_app.network.phone_files import OfferedFile, ReceivedFile
from notebook_app.network.phone_limits import PhoneLimits
from tests.network.conftest import Opener
from tests.network.talking import CARD, Caller, until

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
exceptions = pytest.importorskip("selenium.common.exceptions")
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
DRIVER = shutil.which("chromedriver") or ""
pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="no Chromium with its driver here")

WIDTH, HEIGHT = 390, 844
LONGEST_WAIT = 20
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-proxy-server",
    "--disable-background-networking",
    "--hide-scrollbars",
)
OLD_PHONE = (
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/50.0.2661.89 Mobile Safari/537.36"
)


class Phone:
    """A browser that stands for a phone's."""

    def __init__(self, driver: object, downloads: Path) -> None:
        """Take the driven browser, and where it saves files."""
        self.driver = driver
        self.downloads = downloads

    def open(
        self, page: Caller, *, dark: bool = False, agent: str = "", language: str = "en"
    ) -> None:
        """Load the page."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.tell("Emulation.setEmulatedMedia", features=features)
        told = {"userAgent": agent or "Mozilla/5.0", "acceptLanguage": language}
        self.tell("Emulation.setUserAgentOverride", **told)
        self.driver.get(f"http://{page.host}{page.path}")

    def tell(self, command: str, **parameters: object) -> dict[str, dict[str, float]]:
        """Give the browser a command of its own protocol."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def find(self, selector: str) -> "webdriver.remote.webelement.WebElement":
        """Return what a CSS selector finds."""
        return self.driver.find_element("css selector", selector)

    def send(self, *files: Path, text: str = "") -> str:
        """Choose files, write text, tap Send; return what the page says."""
        if files:
            self.find("#files").send_keys("\n".join(map(str, files)))
        if text:
            self.find("#text").send_keys(text)
        before = self.find("html").id
        self.find("button").click()
        said: list[str] = []
        assert until(lambda: said.append(self._said(before)) or said[-1], LONGEST_WAIT)
        return said[-1]

    def _said(self, page_before: str) -> str:
        """Return what the next page says, or "" while it is not there."""
        # Between two pages there is a moment in which what was found is gone again.
        with contextlib.suppress(exceptions.WebDriverException):
            if self.find("html").id != page_before:
                return str(self.find("[role]").text)
        return ""

    def colour(self, selector: str, what: str) -> str:
        """Return a colour as it is painted."""
        numbers = self.find(selector).value_of_css_property(what)
        red, green, blue = (int(each) for each in numbers.strip("rgba()").split(",")[:3])
        return f"#{red:02X}{green:02X}{blue:02X}"

    def complaints(self) -> list[str]:
        """Return what the browser complains of, beside answers that are no success."""
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if "Failed to load resource" not in entry["message"]
        ]

    def width(self) -> float:
        """Return how wide the page is, in CSS pixels."""
        return self.tell("Page.getLayoutMetrics")["cssContentSize"]["width"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """One browser for all tests."""
    from selenium.webdriver.chrome.service import Service

    home = tmp_path_factory.mktemp("browser")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in (*ARGUMENTS, f"--user-data-dir={home / 'profile'}"):
        options.add_argument(argument)
    metrics = {"width": WIDTH, "height": HEIGHT, "pixelRatio": 2}
    options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    logging.getLogger("selenium").setLevel(logging.WARNING)
    service = Service(DRIVER, log_output=os.devnull)
    driver = webdriver.Chrome(options=options, service=service)
    driver.command_executor.client_config.timeout = LONGEST_WAIT
    downloads = home / "downloads"
    downloads.mkdir()
    phone = Phone(driver, downloads)
    phone.tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
    yield phone
    with contextlib.suppress(Exception):
        driver.quit()


@pytest.fixture
def phone(browser: Phone) -> Iterator[Phone]:
    """The browser, with nothing left over from the test before."""
    browser.complaints()
    yield browser
    assert browser.complaints() == []


@pytest.fixture
def contacts(tmp_path: Path) -> Callable[[str, int], Path]:
    """What makes a file of so many cards."""

    def make(name: str, count: int) -> Path:
        path = tmp_path / name
        path.write_bytes(CARD * count)
        return path

    return make


Contacts = Callable[[str, int], Path]


def test_a_file_is_chosen_and_sent(phone: Phone, page: Caller, contacts: Contacts) -> None:
    """As on a phone."""
    phone.open(page)
    assert phone.find("h1").text == "Send contacts to the computer"
    said = phone.send(contacts("Contacts Åsa.vcf", 212))
    assert "It arrived" in said
    assert "1 file, 212 contacts" in said
    event = page.wait_for(Arrived)
    assert isinstance(event, Arrived)
    assert event.files == (ReceivedFile("Contacts Åsa.vcf", CARD * 212),)


def test_several_files_and_text_are_sent_and_then_more(
    phone: Phone, page: Caller, contacts: Contacts
) -> None:
    """The page is used again without loading it anew."""
    phone.open(page, agent=OLD_PHONE, language="de")
    assert page.wait_for(Reached) == Reached("Android")
    files = [contacts("a.vcf", 2), contacts("b.vcf", 3)]
    assert "3 Dateien, 6 Kontakte" in phone.send(*files, text=CARD.decode())
    assert "1 Datei, 9 Kontakte" in phone.send(contacts("c.vcf", 9))
    assert "Das hat der Computer schon" in phone.send(contacts("c.vcf", 9))
    assert [each.cards for each in page.session.arrivals] == [6, 9]


def test_a_wrong_file_is_refused_with_what_to_do(
    phone: Phone, page: Caller, tmp_path: Path
) -> None:
    """The name is shown as it is, and what was written stays."""
    wrong = tmp_path / "<b>holiday &amp; more.pdf"
    wrong.write_bytes(b"%PDF-1.4")
    phone.open(page)
    said = phone.send(wrong, text="no contact at all")
    assert "That did not work" in said
    assert "b holiday &amp; more.pdf" in said
    assert "There are no contacts in it" in said
    assert phone.find("#text").get_property("value") == "no contact at all"


def test_nothing_chosen_is_said(phone: Phone, page: Caller) -> None:
    """Tapping Send at once."""
    phone.open(page)
    assert "Nothing was chosen" in phone.send()


def test_too_large_a_file_is_refused_and_the_browser_shows_it(
    phone: Phone, page: Caller, tmp_path: Path
) -> None:
    """Though it was still sending when the answer came."""
    large = tmp_path / "large.vcf"
    with large.open("wb") as file:
        file.truncate(PhoneLimits().transfer_bytes + 1_000_000)
    phone.open(page)
    assert "more than 64 MB" in phone.send(large)
    assert page.session.arrivals == ()


def test_an_offered_file_is_saved_under_its_name(phone: Phone, open_page: Opener) -> None:
    """With all its letters."""
    offer = OfferedFile("Åsa Ørn 你好.vcf", "Åsa Ørn 你好", "text/vcard; charset=utf-8", CARD)
    page = open_page(offers=(offer,), receives=False)
    phone.open(page)
    assert phone.find("h1").text == "For your phone"
    assert not phone.driver.find_elements("css selector", "form")
    phone.find(".offer").click()
    saved = phone.downloads / offer.name
    assert until(saved.exists)
    assert until(lambda: saved.read_bytes() == CARD)


@pytest.mark.parametrize(("dark", "colours"), [(False, LIGHT), (True, DARK)])
def test_the_page_has_the_notebook_s_colours(
    phone: Phone, page: Caller, dark: bool, colours: dict[str, str]
) -> None:
    """Its style is let through by its hash, light and dark."""
    phone.open(page, dark=dark)
    assert phone.colour("body", "background-color") == colours["page"]
    assert phone.colour("h1", "color") == colours["ink"]
    assert phone.colour("button", "background-color") == colours["accent"]
    assert phone.colour(".card", "background-color") == colours["card"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_nothing_is_cut_off_with_letters_twice_as_large(
    phone: Phone, page: Caller, contacts: Contacts, language: str
) -> None:
    """The page is as wide as the phone, also with an answer on it."""
    phone.open(page, language=language)
    phone.send(contacts("a.vcf", 1))
    # A style that stood in the page itself would not be let through.
    phone.driver.execute_script("document.documentElement.style.fontSize = '200%'")
    assert float(phone.find("body").value_of_css_property("font-size").rstrip("px")) >= 34
    assert phone.width() <= WIDTH
    button = phone.find("button")
    assert button.size["width"] > WIDTH * 0.75
    assert button.size["height"] >= 48


def test_a_phone_s_own_help_is_open_and_the_other_opens_with_a_tap(
    phone: Phone, page: Caller
) -> None:
    """Without any script."""
    phone.open(page, agent="Mozilla/5.0 (iPhone; CPU iPhone OS 10_3 like Mac OS X)")
    iphone, android = phone.driver.find_elements("css selector", "details")
    assert iphone.get_attribute("open") is not None
    assert android.get_attribute("open") is None
    android.find_element("css selector", "summary").click()
    assert android.get_attribute("open") is not None


def test_it_works_where_scripts_are_switched_off(
    phone: Phone, page: Caller, contacts: Contacts
) -> None:
    """Driven by the browser's own protocol alone: WebDriver itself needs scripts to click."""
    phone.open(page)
    try:
        phone.tell("Emulation.setScriptExecutionDisabled", value=True)
        root = phone.tell("DOM.getDocument")["root"]["nodeId"]
        field = phone.tell("DOM.querySelector", nodeId=root, selector="#files")["nodeId"]
        button = phone.tell("DOM.querySelector", nodeId=root, selector="button")["nodeId"]
        sent = [str(contacts("a.vcf", 5))]
        phone.tell("DOM.setFileInputFiles", nodeId=field, files=sent)
        phone.tell("DOM.focus", nodeId=button)
        enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
        phone.tell("Input.dispatchKeyEvent", type="keyDown", **enter)
        phone.tell("Input.dispatchKeyEvent", type="keyUp", **enter)
        event = page.wait_for(Arrived)
        assert isinstance(event, Arrived)
        assert event.cards == 5
    finally:
        phone.tell("Emulation.setScriptExecutionDisabled", value=False)
