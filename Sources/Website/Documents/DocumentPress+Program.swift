extension DocumentPress {
  /// What Python runs: all documents in one process for each processor. It takes nothing from the
  /// network: pictures come from the new site.
  static let program = #"""
    import json, logging, multiprocessing, os, re, sys
    from urllib.parse import unquote

    os.environ["SOURCE_DATE_EPOCH"] = "0"
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    with open(sys.argv[1], encoding="utf-8") as file:
        whole = json.load(file)


    class Fetcher(weasyprint.URLFetcher):
        """Reads from the new site alone."""

        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(whole["adresse"]):
                raise ValueError(url)
            path = os.path.normpath(unquote(re.split("[?#]", url[len(whole["adresse"]):])[0]))
            if path.startswith(".."):
                raise ValueError(url)
            return super().fetch("file://" + os.path.join(whole["site"], path), headers)


    def make(document):
        name = os.path.join(whole["dossier"], str(document["numero"]))
        try:
            with open(name + ".html", encoding="utf-8") as file:
                text = file.read()
            if not whole["liens"]:
                # Without an address a link between pages leads nowhere.
                text = re.sub(r' href="(?!#|https?:|mailto:|tel:)[^"]*"', "", text)
            html = weasyprint.HTML(
                string=text, base_url=whole["adresse"] + document["chemin"], url_fetcher=Fetcher())
            options = {
                "pdf_variant": "pdf/ua-1", "pdf_identifier": document["identifiant"].encode()}
            pages = html.render(**options)
            for size in [9, 8.5, 8, 7.5, 7] if document["une_page"] else []:
                if len(pages.pages) == 1:
                    break
                style = weasyprint.CSS(string="html { font-size: %spt !important }" % size)
                pages = html.render(stylesheets=[style], **options)
            pages.write_pdf(name + ".pdf", **options)
        except Exception as fault:
            return "%s : %s." % (document["chemin"], fault)


    with multiprocessing.get_context("fork").Pool(
        min(len(whole["documents"]), len(os.sched_getaffinity(0)))
    ) as pool:
        faults = [fault for fault in pool.map(make, whole["documents"], chunksize=1) if fault]
    print(" ".join(faults))
    sys.exit(1 if faults else 0)
    """#
}
