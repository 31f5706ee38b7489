package dev.zerotomillions.local.s3.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An XML document under construction; and reading of those that clients send. */
final class Xml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  Xml(String root) {
    text.append('<').append(root);
    if (!root.equals("Error")) {
      text.append(" xmlns=\"").append(NAMESPACE).append('"');
    }
    text.append('>');
    open.push(root);
  }

  Xml text(String name, String value) {
    text.append('<').append(name).append('>').append(escaped(value));
    text.append("</").append(name).append('>');
    return this;
  }

  /** The text of the element that is open. */
  Xml raw(String value) {
    text.append(escaped(value));
    return this;
  }

  Xml open(String name) {
    text.append('<').append(name).append('>');
    open.push(name);
    return this;
  }

  Xml close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  byte[] bytes() {
    while (!open.isEmpty()) {
      close();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a document, which may refer to nothing outside of itself. */
  static Element read(byte[] document) throws S3Error {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw S3Error.malformedXml();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every JDK has a parser with these features", e);
    }
  }

  /** The children of an element that have a name, whatever their namespace's prefix. */
  static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && element.getTagName().replaceFirst("^.*:", "").equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  /** The text of the child of a name; empty if there is none. */
  static String child(Element parent, String name) {
    List<Element> children = children(parent, name);
    return children.isEmpty() ? "" : children.getFirst().getTextContent().strip();
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\r', '\n', '\t' -> escaped.append("&#").append((int) c).append(';');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
