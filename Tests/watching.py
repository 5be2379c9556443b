"""What goes wrong in a page of the browser."""


def watch(page):
    """The list of what goes wrong in a page from now on: messages of the console, uncaught errors,
    refusals of its policy, requests that fail. A request that the browser gives up because the page
    is left is no fault of the page."""
    faults = []

    def failed(request):
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{request.failure}: {request.url}")

    page.on("console", lambda m: m.type in ("error", "warning") and faults.append(m.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", failed)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))")
    return faults
