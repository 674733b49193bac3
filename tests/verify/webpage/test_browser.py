"""The report page in a real browser: mathematics is drawn, filter and sort work, nothing is fetched, no error."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOGS = {"browser": "ALL", "performance": "ALL"}
WIDTHS = (400, 1400)
Open = Callable[..., webdriver.Chrome]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    """A browser of its own, without a window. Skipped where Chromium or its driver is not installed."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("no browser: chromium and chromedriver (Debian: chromium-driver) are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    options.set_capability("goog:loggingPrefs", LOGS)
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}"):
            options.add_argument(flag)
        found = webdriver.Chrome(options=options, service=Service(driver))
        try:
            yield found
        finally:
            found.quit()


@pytest.fixture
def opened(browser: webdriver.Chrome, page_file: Path) -> Open:
    """Open the page anew, so wide."""

    def at(width: int = 1400, scheme: str = "light") -> webdriver.Chrome:
        shape = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", shape)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        for log in LOGS:
            browser.get_log(log)
        browser.get(page_file.as_uri())
        return browser

    return at


def rows(page: webdriver.Chrome) -> list[str]:
    """The ids in the table, as shown from top to bottom."""
    cells = page.find_elements(By.CSS_SELECTOR, "#table tbody th")
    return [cell.get_attribute("data-value") or "" for cell in cells if cell.is_displayed()]


def head(page: webdriver.Chrome, name: str) -> WebElement:
    return page.find_element(By.XPATH, f"//thead//button[normalize-space()='{name}']")


@pytest.mark.parametrize("width", WIDTHS)
def test_mathematics_is_drawn(opened: Open, width: int) -> None:
    page = opened(width)
    boxes = page.execute_script(
        "return [...document.querySelectorAll('main math')].map(m => {"
        "const box = m.getBoundingClientRect(); return [box.width, box.height, m.namespaceURI]})"
    )
    assert len(boxes) > 100
    assert all(wide > 1 and high > 1 for wide, high, _ in boxes)
    assert {namespace for _, _, namespace in boxes} == {"http://www.w3.org/1998/Math/MathML"}
    stacked = page.execute_script(
        "const [above, below] = document.querySelector('mfrac').children;"
        "return above.getBoundingClientRect().bottom <= below.getBoundingClientRect().top"
    )
    assert stacked, "a fraction is not drawn as one"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_does_not_scroll_sideways(opened: Open, width: int) -> None:
    page = opened(width)
    page.execute_script("document.querySelectorAll('details').forEach(item => { item.open = true })")
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_the_filter(opened: Open) -> None:
    page = opened()
    everything = rows(page)
    field = page.find_element(By.ID, "filter")
    assert page.find_element(By.CSS_SELECTOR, "label[for=filter]").is_displayed()
    field.send_keys("forward proved")
    assert rows(page) == ["many_layers.forward_pass"]
    assert page.find_element(By.ID, "shown").text == f"1 of {len(everything)}"
    field.clear()
    field.send_keys("<SCRIPT>")
    assert rows(page) == ["hostile"]
    field.send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.DELETE)
    assert rows(page) == everything


def test_sorting_by_mouse_and_by_keyboard(opened: Open) -> None:
    page = opened()
    head(page, "theorem").click()
    assert rows(page) == sorted(rows(page))
    head(page, "theorem").send_keys(Keys.ENTER)
    assert rows(page) == sorted(rows(page), reverse=True)
    head(page, "claims").send_keys(Keys.SPACE)
    counts = page.execute_script(
        "return [...document.querySelectorAll('#table tbody tr')].map(r => +r.cells[3].textContent)"
    )
    assert counts == sorted(counts)
    assert len(set(counts)) > 2
    said = [item.get_attribute("aria-sort") for item in page.find_elements(By.CSS_SELECTOR, "#table thead th")]
    assert said == ["none", "none", "none", "ascending", "none", "none"]


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(opened: Open) -> None:
    page = opened()
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    first = page.switch_to.active_element
    assert first.text == "Skip to the content"
    assert first.rect["x"] >= 0
    first.send_keys(Keys.ENTER)
    assert page.current_url.endswith("#content")


def test_a_box_of_the_drawing_leads_to_its_theorem(opened: Open) -> None:
    page = opened()
    page.execute_script(
        "document.querySelector('svg a[href=\"#theorem-one_layer.optimum\"]').dispatchEvent("
        "new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    assert page.current_url.endswith("#theorem-one_layer.optimum")


def test_light_and_dark_have_contrast(opened: Open) -> None:
    shades = [colours(opened(scheme=scheme)) for scheme in ("light", "dark")]
    assert shades[0] != shades[1]
    assert all(contrast(ground, ink) > 7 for ground, ink in shades)


def colours(page: webdriver.Chrome) -> tuple[str, str]:
    """Those of the ground and of the text."""
    ground, ink = page.execute_script("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
    return ground, ink


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours given as rgb(r, g, b), by the definition of WCAG."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_on_paper_everything_is_open(opened: Open) -> None:
    page = opened()
    closed = "return document.querySelectorAll('details:not([open])').length"
    assert page.execute_script(closed) > 0
    page.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert page.execute_script(closed) == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_fetched_and_nothing_complained_of(opened: Open, page_file: Path, width: int) -> None:
    page = opened(width)
    page.find_element(By.ID, "filter").send_keys("one")
    head(page, "verdict").click()
    assert page.get_log("browser") == []
    sent = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    fetched = [item["params"]["request"]["url"] for item in sent if item["method"] == "Network.requestWillBeSent"]
    assert fetched
    assert set(fetched) <= {page_file.as_uri(), "data:,"}
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
