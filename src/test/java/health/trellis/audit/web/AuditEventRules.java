package health.trellis.audit.web;

import health.trellis.kernel.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What FHIR R4 (4.0.1) says of an AuditEvent: its elements with their cardinalities and types, and
 * the codes of the value sets it binds; and what IHE's Basic Audit Log Patterns (BALP 1.1) add for
 * Create, Read and Update, with a patient and without. Written by hand from both; elements that
 * Trellis never uses are left out, and so not allowed.
 */
final class AuditEventRules {
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
  private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
  private static final String PATTERN = BALP + "StructureDefinition/IHE.BasicAudit.";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
  private static final Pattern CODE = Pattern.compile("[^\\s]+(\\s[^\\s]+)*");
  private static final Pattern URI = Pattern.compile("\\S+");
  private static final Pattern ZONED =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  /** Each element as "name cardinality type". */
  private static final Map<String, List<String>> SHAPES =
      Map.ofEntries(
          Map.entry(
              "AuditEvent",
              List.of(
                  "resourceType 1..1 code",
                  "id 0..1 id",
                  "meta 0..1 Meta",
                  "type 1..1 Coding",
                  "subtype 0..* Coding",
                  "action 0..1 code",
                  "recorded 1..1 instant",
                  "outcome 0..1 code",
                  "outcomeDesc 0..1 string",
                  "purposeOfEvent 0..* CodeableConcept",
                  "agent 1..* Agent",
                  "source 1..1 Source",
                  "entity 0..* Entity")),
          Map.entry("Meta", List.of("profile 0..* uri")),
          Map.entry(
              "Agent",
              List.of(
                  "type 0..1 CodeableConcept",
                  "role 0..* CodeableConcept",
                  "who 0..1 Reference",
                  "name 0..1 string",
                  "requestor 1..1 boolean",
                  "network 0..1 Network")),
          Map.entry("Network", List.of("address 0..1 string", "type 0..1 code")),
          Map.entry(
              "Source", List.of("site 0..1 string", "observer 1..1 Reference", "type 0..* Coding")),
          Map.entry(
              "Entity",
              List.of(
                  "what 0..1 Reference",
                  "type 0..1 Coding",
                  "role 0..1 Coding",
                  "name 0..1 string",
                  "query 0..1 base64Binary",
                  "detail 0..* Detail")),
          Map.entry("Detail", List.of("type 1..1 string", "valueString 1..1 string")),
          Map.entry(
              "Reference",
              List.of(
                  "reference 0..1 string",
                  "type 0..1 uri",
                  "identifier 0..1 Identifier",
                  "display 0..1 string")),
          Map.entry("Identifier", List.of("system 0..1 uri", "value 0..1 string")),
          Map.entry("CodeableConcept", List.of("coding 0..* Coding", "text 0..1 string")),
          Map.entry("Coding", List.of("system 0..1 uri", "code 0..1 code", "display 0..1 string")));

  /** The displays of the codes that Trellis uses, by value set, system and code. */
  private static final Map<String, Map<String, String>> CODES =
      Map.of(
          "AuditEvent.type",
          Map.of(
              HL7 + "audit-event-type#rest", "Restful Operation",
              DICOM + "#110100", "Application Activity",
              DICOM + "#110101", "Audit Log Used",
              DICOM + "#110113", "Security Alert",
              DICOM + "#110114", "User Authentication"),
          "AuditEvent.subtype",
          Map.of(
              RESTFUL + "#create", "create",
              RESTFUL + "#read", "read",
              RESTFUL + "#update", "update",
              DICOM + "#110122", "Login",
              DICOM + "#110123", "Logout",
              DICOM + "#110127", "Emergency Override Started",
              DICOM + "#110132", "Use of Restricted Function",
              DICOM + "#110138", "Emergency Override Stopped"),
          "AuditEvent.purposeOfEvent.coding",
          Map.of(
              HL7 + "v3-ActReason#TREAT", "treatment",
              HL7 + "v3-ActReason#ETREAT", "Emergency Treatment",
              HL7 + "v3-ActReason#HOPERAT", "healthcare operations",
              HL7 + "v3-ActReason#PATRQT", "patient requested",
              HL7 + "v3-ActReason#HSYSADMIN", "health system administration"),
          "AuditEvent.agent.type.coding",
          Map.of(
              DICOM + "#110152", "Destination Role ID",
              DICOM + "#110153", "Source Role ID",
              HL7 + "v3-ParticipationType#AUT", "author (originator)",
              HL7 + "v3-ParticipationType#IRCP", "information recipient"),
          "AuditEvent.source.type",
          Map.of(HL7 + "security-source-type#4", "Application Server"),
          "AuditEvent.entity.type",
          Map.of(
              HL7 + "audit-entity-type#1",
              "Person",
              HL7 + "audit-entity-type#2",
              "System Object",
              BALP + "CodeSystem/BasicAuditEntityType#XrequestId",
              "transport specific unique identifier where http X-Request-Id is used"),
          "AuditEvent.entity.role",
          Map.of(
              HL7 + "object-role#1", "Patient",
              HL7 + "object-role#4", "Domain Resource"));

  /** The values of elements bound to a required value set, or limited in the definition. */
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "AuditEvent.resourceType", Set.of("AuditEvent"),
          "AuditEvent.action", Set.of("C", "R", "U", "D", "E"),
          "AuditEvent.outcome", Set.of("0", "4", "8", "12"),
          "AuditEvent.agent.network.type", Set.of("1", "2", "3", "4", "5"),
          "AuditEvent.agent.who.type",
              Set.of(
                  "PractitionerRole",
                  "Practitioner",
                  "Organization",
                  "Device",
                  "Patient",
                  "RelatedPerson"),
          "AuditEvent.source.observer.type",
              Set.of(
                  "PractitionerRole",
                  "Practitioner",
                  "Organization",
                  "Device",
                  "Patient",
                  "RelatedPerson"));

  private final List<String> breaches = new ArrayList<>();

  private AuditEventRules() {}

  /** What a text breaks; nothing where it is a resource as it should be. */
  static List<String> breachedBy(String text) {
    return breachedBy(JsonParts.read(text));
  }

  /** What a resource breaks. */
  static List<String> breachedBy(JsonObject event) {
    AuditEventRules rules = new AuditEventRules();
    rules.object("AuditEvent", "AuditEvent", event);
    if (rules.breaches.isEmpty()) {
      rules.pattern(event);
    }
    return rules.breaches;
  }

  private void object(String path, String type, JsonObject object) {
    Map<String, String[]> shape = new LinkedHashMap<>();
    SHAPES
        .getOrDefault(type, List.of())
        .forEach(line -> shape.put(line.split(" ")[0], line.split(" ")));
    if (object.isEmpty()) {
      breaches.add(path + " is empty");
    }
    for (String name : object.keySet()) {
      if (!shape.containsKey(name)) {
        breaches.add(path + "." + name + " is no element");
      }
    }
    shape.forEach(
        (name, element) -> {
          JsonValue value = object.get(name);
          String at = path + "." + name;
          boolean many = element[1].endsWith("*");
          if (value == null) {
            if (element[1].startsWith("1")) {
              breaches.add(at + " is missing");
            }
          } else if (many != (value.getValueType() == JsonValue.ValueType.ARRAY)) {
            breaches.add(at + " is not " + element[1]);
          } else if (many && value.asJsonArray().isEmpty()) {
            breaches.add(at + " is an empty list");
          } else if (many) {
            value.asJsonArray().forEach(each -> value(at, element[2], each));
          } else {
            value(at, element[2], value);
          }
        });
    if (type.equals("Coding")) {
      coding(path, object);
    }
  }

  private void value(String path, String type, JsonValue value) {
    if (SHAPES.containsKey(type)) {
      if (value.getValueType() == JsonValue.ValueType.OBJECT) {
        object(path, type, value.asJsonObject());
      } else {
        breaches.add(path + " is no " + type);
      }
    } else if (type.equals("boolean")) {
      if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
        breaches.add(path + " is no boolean");
      }
    } else if (!(value instanceof JsonString text) || !isOf(type, text.getString())) {
      breaches.add(path + " is no " + type + ": " + value);
    } else if (!VALUES.getOrDefault(path, Set.of(text.getString())).contains(text.getString())) {
      breaches.add(path + " has a value of another set: " + value);
    }
  }

  private static boolean isOf(String type, String text) {
    return switch (type) {
      case "id" -> ID.matcher(text).matches();
      case "code" -> CODE.matcher(text).matches();
      case "uri" -> URI.matcher(text).matches();
      case "instant" -> ZONED.matcher(text).matches() && isInstant(text);
      default -> !text.isBlank() && text.equals(text.strip());
    };
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }

  private void coding(String path, JsonObject coding) {
    String code = coding.getString("system", "") + "#" + coding.getString("code", "");
    String display = CODES.getOrDefault(path, Map.of()).get(code);
    if (!coding.getString("display", "").equals(display)) {
      breaches.add(path + " has a code of another set, or another's words: " + coding);
    }
  }

  /** What the pattern says that the resource claims to follow. */
  private void pattern(JsonObject event) {
    if (!event.containsKey("meta")) {
      return;
    }
    String claimed = event.getJsonObject("meta").getJsonArray("profile").getString(0);
    boolean patient = claimed.startsWith(PATTERN + "Patient");
    String kind = claimed.replaceFirst(Pattern.quote(PATTERN) + "(Patient)?", "");
    if (!Set.of("Create", "Read", "Update").contains(kind)) {
      breaches.add("no such pattern: " + claimed);
      return;
    }
    boolean read = kind.equals("Read");
    one(event, "type", HL7 + "audit-event-type#rest");
    require(
        codings(event.getJsonArray("subtype"))
            .equals(List.of(RESTFUL + "#" + kind.toLowerCase(Locale.ROOT))),
        "subtype is not that of " + kind);
    require(event.getString("action", "").equals(kind.substring(0, 1)), "action of " + kind);
    require(event.getString("outcome", "").equals("0"), "outcome of a success");
    agents(event.getJsonArray("agent"), read);
    entities(event.getJsonArray("entity"), patient);
  }

  private void agents(JsonArray agents, boolean read) {
    Map<String, List<JsonObject>> byType = new LinkedHashMap<>();
    for (JsonObject agent : agents.getValuesAs(JsonObject.class)) {
      require(agent.containsKey("type"), "an agent without a type");
      codings(agent.getJsonObject("type").getJsonArray("coding"))
          .forEach(code -> byType.computeIfAbsent(code, any -> new ArrayList<>()).add(agent));
    }
    for (String device : List.of(DICOM + "#110152", DICOM + "#110153")) {
      List<JsonObject> there = byType.getOrDefault(device, List.of());
      require(there.size() == 1, "one agent as " + device);
      there.forEach(
          agent -> {
            require(agent.containsKey("who"), "who is " + device);
            require(agent.containsKey("network"), "the network of " + device);
            boolean server = (read ? DICOM + "#110153" : DICOM + "#110152").equals(device);
            require(
                agent.getJsonObject("network").getString("type").equals(server ? "5" : "2"),
                "the server by its address, the client by its number");
          });
    }
    List<JsonObject> users =
        byType.getOrDefault(HL7 + "v3-ParticipationType#" + (read ? "IRCP" : "AUT"), List.of());
    require(users.size() <= 1, "one user at most");
    users.forEach(
        user -> {
          require(user.containsKey("who"), "who the user is");
          require(user.get("requestor") == JsonValue.TRUE, "the user asked");
          require(!user.containsKey("network"), "a user has no network");
        });
    require(byType.size() == 2 + users.size(), "no other agent");
  }

  private void entities(JsonArray entities, boolean patient) {
    Set<String> types = new HashSet<>();
    for (JsonObject entity : entities.getValuesAs(JsonObject.class)) {
      String type = code(entity.getJsonObject("type"));
      require(types.add(type), "one entity of type " + type);
      require(entity.containsKey("what"), "what " + type + " is");
      if (type.equals(HL7 + "audit-entity-type#1")) {
        one(entity, "role", HL7 + "object-role#1");
        require(
            entity.getJsonObject("what").getString("type", "").equals("Patient"),
            "the patient is a Patient");
      } else if (type.equals(HL7 + "audit-entity-type#2")) {
        one(entity, "role", HL7 + "object-role#4");
      } else {
        require(
            !entity.getJsonObject("what").getJsonObject("identifier").getString("value").isEmpty(),
            "the request's id");
      }
    }
    require(types.contains(HL7 + "audit-entity-type#2"), "the data");
    require(
        types.contains(HL7 + "audit-entity-type#1") == patient, "the patient, where it says so");
  }

  private void one(JsonObject of, String name, String code) {
    require(code(of.getJsonObject(name)).equals(code), name + " is not " + code);
  }

  private static List<String> codings(JsonArray codings) {
    return codings.getValuesAs(JsonObject.class).stream().map(AuditEventRules::code).toList();
  }

  private static String code(JsonObject coding) {
    return coding.getString("system") + "#" + coding.getString("code");
  }

  private void require(boolean held, String what) {
    if (!held) {
      breaches.add(what);
    }
  }
}
