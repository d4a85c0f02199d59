package health.trellis.architecture;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One promise about pages that the build keeps: what may not stand in an .xhtml file. */
enum PageRule {
  NO_STYLE_ATTRIBUTE("the policy and the tokens: looks live in one style sheet") {
    @Override
    boolean brokenBy(Node node) {
      return node instanceof Attr attribute && attribute.getName().equals("style");
    }
  },
  NO_UNESCAPED_OUTPUT("text from people is never markup") {
    @Override
    boolean brokenBy(Node node) {
      return node instanceof Attr attribute
          && attribute.getName().equals("escape")
          && !attribute.getValue().equals("true");
    }
  },
  NO_INLINE_SCRIPT("the content security policy refuses it") {
    @Override
    boolean brokenBy(Node node) {
      boolean script = node instanceof Element element && tagOf(element).equals("script");
      boolean handler = node instanceof Attr attribute && attribute.getName().matches("on[a-z]+");
      return handler || (script && !node.getTextContent().isBlank());
    }
  },
  NO_AJAX_TAG("it writes inline script") {
    @Override
    boolean brokenBy(Node node) {
      return isTag(node, FACES_CORE, "ajax");
    }
  },
  NO_COMMAND_LINK("it writes inline script") {
    @Override
    boolean brokenBy(Node node) {
      return isTag(node, FACES_HTML, "commandLink");
    }
  },
  NO_TRANSIENT_VIEW("a form without state has no protection of its own") {
    @Override
    boolean brokenBy(Node node) {
      return node instanceof Attr attribute
          && attribute.getName().equals("transient")
          && !attribute.getValue().equals("false");
    }
  },
  NO_LITERAL_WORDS("words come from the message bundles, in every language") {
    @Override
    boolean brokenBy(Node node) {
      boolean shown =
          node instanceof Attr attribute
              ? WORDED.contains(attribute.getName())
              : node.getNodeType() == Node.TEXT_NODE
                  || node.getNodeType() == Node.CDATA_SECTION_NODE;
      return shown && WORD.test(node.getNodeValue().replaceAll("#\\{[^}]*}", " "));
    }
  };

  private static final String FACES_CORE = "jakarta.faces.core";
  private static final String FACES_HTML = "jakarta.faces.html";

  /** Attributes whose value a person sees or hears. */
  private static final Set<String> WORDED =
      Set.of("title", "alt", "aria-label", "placeholder", "label", "summary", "hint", "legend");

  /** Two letters in a row are a word, but for the name of the product. */
  private static final Predicate<String> WORD =
      text -> text.replace("Trellis", "").matches("(?s).*\\p{L}{2}.*");

  private final String why;

  PageRule(String why) {
    this.why = why;
  }

  abstract boolean brokenBy(Node node);

  private static String tagOf(Element element) {
    return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
  }

  private static boolean isTag(Node node, String library, String tag) {
    return node instanceof Element element
        && library.equals(element.getNamespaceURI())
        && tagOf(element).equals(tag);
  }

  /** Each breach on a page, in words. */
  List<String> breachesOn(PageFile page) {
    return page.nodes().stream()
        .filter(this::brokenBy)
        .map(node -> page.path() + ": " + described(node) + " (" + why + ")")
        .toList();
  }

  private static String described(Node node) {
    if (node instanceof Attr attribute) {
      return attribute.getName() + "=\"" + attribute.getValue() + "\"";
    }
    return node instanceof Element element
        ? "<" + element.getTagName() + ">"
        : "\"" + node.getNodeValue().strip() + "\"";
  }
}
