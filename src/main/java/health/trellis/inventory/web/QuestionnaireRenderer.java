package health.trellis.inventory.web;

import health.trellis.inventory.GivenAnswer;
import health.trellis.inventory.Inventory;
import health.trellis.inventory.Item;
import health.trellis.inventory.Questionnaire;
import health.trellis.inventory.ResponseOption;
import health.trellis.inventory.Section;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Writes the questions as plain HTML: a group of radio buttons each, so that a keyboard and a
 * screen reader know what to do with them. {@code answer.js} pages through them and saves.
 */
@FacesRenderer(
    componentFamily = QuestionnaireComponent.FAMILY,
    rendererType = QuestionnaireComponent.TYPE)
public class QuestionnaireRenderer extends Renderer<UIComponent> {
  /** What the radio button for "prefer not to say" sends; never a number. */
  static final String DECLINED = "declined";

  @Override
  public void encodeEnd(FacesContext faces, UIComponent component) throws IOException {
    Questionnaire asked = ((QuestionnaireComponent) component).getQuestionnaire();
    if (asked == null) {
      return;
    }
    ResourceBundle words =
        ResourceBundle.getBundle("health.trellis.messages", faces.getViewRoot().getLocale());
    ResponseWriter writer = faces.getResponseWriter();
    Page page = new Page(writer, asked, words.getString("answer.decline"));
    for (Section section : asked.inventory().sections()) {
      page.section(section);
    }
  }

  /** One writing of one questionnaire. */
  private record Page(ResponseWriter writer, Questionnaire asked, String decline) {
    private Inventory inventory() {
      return asked.inventory();
    }

    void section(Section section) throws IOException {
      open("section", null);
      writer.writeAttribute("data-section", section.code(), null);
      open("header", "page-head title");
      element("h1", null, section.title());
      element("p", "soft", section.instruction());
      writer.endElement("header");
      for (Item item : section.items()) {
        item(item);
      }
      writer.endElement("section");
    }

    private void item(Item item) throws IOException {
      String code = item.code().value();
      open("fieldset", "item");
      writer.writeAttribute("data-item", code, null);
      writer.writeAttribute("data-required", String.valueOf(item.required()), null);
      writer.writeAttribute("lang", inventory().language(), null);
      open("legend", null);
      element("span", "within", inventory().timeframe());
      open("span", null);
      writer.writeAttribute("data-words", "", null);
      writer.writeText(item.text(), null);
      writer.endElement("span");
      writer.endElement("legend");
      open("div", "answers");
      GivenAnswer given = asked.answers().get(item.code());
      int number = 1;
      for (ResponseOption option : inventory().responses()) {
        boolean chosen = given != null && Objects.equals(given.value(), option.value());
        row(code, String.valueOf(option.value()), option.label(), number++, chosen);
      }
      row(code, DECLINED, decline, null, given != null && given.declined());
      writer.endElement("div");
      writer.endElement("fieldset");
    }

    private void row(
        String name, String value, String label, @Nullable Integer number, boolean chosen)
        throws IOException {
      open("label", number == null ? "row decline" : "row");
      open("input", null);
      writer.writeAttribute("type", "radio", null);
      writer.writeAttribute("name", name, null);
      writer.writeAttribute("value", value, null);
      writer.writeAttribute("autocomplete", "off", null);
      if (chosen) {
        writer.writeAttribute("checked", "checked", null);
      }
      writer.endElement("input");
      if (number != null) {
        open("kbd", null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.writeText(number, null);
        writer.endElement("kbd");
      }
      element("span", null, label);
      writer.endElement("label");
    }

    private void element(String name, @Nullable String style, String text) throws IOException {
      open(name, style);
      writer.writeText(text, null);
      writer.endElement(name);
    }

    private void open(String name, @Nullable String style) throws IOException {
      writer.startElement(name, null);
      if (style != null) {
        writer.writeAttribute("class", style, null);
      }
    }
  }
}
