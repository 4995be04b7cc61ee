package org.towercrier.exchange.internal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML element with all below it; names without their namespaces. */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder characters) {

    /** From the start of an element, where the reader stands, to its end. */
    static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        XmlElement element = new XmlElement(reader.getLocalName(), new HashMap<>(), new ArrayList<>(), new StringBuilder());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.children().add(read(reader));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                element.characters().append(reader.getText());
            }
        }
        return element;
    }

    /** An attribute, empty when it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The text without blanks at its ends. */
    String text() {
        return characters.toString().trim();
    }

    /** The children of a name. */
    List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.name().equals(child)).toList();
    }
}
