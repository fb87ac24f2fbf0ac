package io.certhall.bpmn;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** BPMN documents as DOM trees, read without external entities. */
final class BpmnXml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  private BpmnXml() {}

  static Document parse(String file, String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new PolicyError(file, "is not well-formed XML: " + e.getMessage(), e);
    }
  }

  static String write(Document document) {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Element process(String file, Document document) {
    List<Element> processes = children(document.getDocumentElement(), "process");
    if (processes.size() != 1) {
      throw new PolicyError(file, "must hold exactly one process");
    }
    return processes.getFirst();
  }

  /** Direct BPMN children of this local name; all BPMN elements when the name is empty. */
  static List<Element> children(Element parent, String localName) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && BPMN.equals(element.getNamespaceURI())
          && (localName.isEmpty() || element.getLocalName().equals(localName))) {
        found.add(element);
      }
    }
    return found;
  }

  static List<Element> zeebe(Element element, String localName) {
    List<Element> found = new ArrayList<>();
    var list = element.getElementsByTagNameNS(ZEEBE, localName);
    for (int i = 0; i < list.getLength(); i++) {
      found.add((Element) list.item(i));
    }
    return found;
  }

  static Optional<Element> firstZeebe(Element element, String localName) {
    return zeebe(element, localName).stream().findFirst();
  }

  static boolean hasChildElements(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element) {
        return true;
      }
    }
    return false;
  }

  /** Drawings are for people; the engine doesn't need them. */
  static void removeDiagrams(Document document) {
    Element root = document.getDocumentElement();
    for (Node node = root.getFirstChild(); node != null; ) {
      Node next = node.getNextSibling();
      if (node instanceof Element element && element.getLocalName().equals("BPMNDiagram")) {
        root.removeChild(element);
      }
      node = next;
    }
  }

  static String id(Element element) {
    return element.getAttribute("id");
  }
}
