package org.towercrier.exchange.internal.pm;

import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLStreamReader2;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.internal.Texts;

/**
 * Reads one file of either dialect. Elements are known by local name, so any namespace and prefix will do; what is not known is skipped with all in it. The
 * dialects differ in little: the second calls the managed element {@code measEntity} and the sender's name {@code senderName}.
 */
final class PmXmlReader {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = 16 << 20;

    private final XMLStreamReader2 xml;
    private final ByteGuard guard;
    private final ImportContext context;
    private final PmXmlInfo info;
    private int depth;
    private char[] text = new char[4096];
    private int textLength;

    PmXmlReader(XMLStreamReader2 xml, ByteGuard guard, ImportContext context) {
        this.xml = xml;
        this.guard = guard;
        this.context = context;
        this.info = new PmXmlInfo(context);
    }

    /** Reads to the end of the file. */
    void read() throws XMLStreamException, ImportRefusedException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String root = xml.getLocalName();
                if (!root.equals("measCollecFile") && !root.equals("measDataFile")) {
                    throw new ImportRefusedException(Texts.text("Xml_Root", Texts.shorten(root)), line(), 0);
                }
                root();
            }
        }
    }

    private int next() throws XMLStreamException, ImportRefusedException {
        int event = xml.next();
        guard.token();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw new ImportRefusedException(Texts.text("Xml_Depth", MAX_DEPTH), line(), 0);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new ImportRefusedException(Texts.text("Xml_Dtd"), line(), 0);
            default -> {
                // Text, comments and instructions are left to whoever wants them.
            }
        }
        return event;
    }

    /** To the start of the next child; false at the end of the parent. */
    private boolean child() throws XMLStreamException, ImportRefusedException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Behind the end of the element that was just started. */
    private void skip() throws XMLStreamException, ImportRefusedException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** The characters of the element that was just started, behind whose end we are then. */
    private void text() throws XMLStreamException, ImportRefusedException {
        textLength = 0;
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                int length = xml.getTextLength();
                if (textLength + length > text.length) {
                    if (textLength + length > MAX_TEXT) {
                        throw new ImportRefusedException(Texts.text("Xml_Huge", MAX_TEXT >> 20), line(), 0);
                    }
                    text = java.util.Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
                }
                System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), text, textLength, length);
                textLength += length;
            }
        }
    }

    private String textString() throws XMLStreamException, ImportRefusedException {
        text();
        return new String(text, 0, textLength).strip();
    }

    private Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i).strip());
            }
        }
        return Optional.empty();
    }

    private long line() {
        return xml.getLocation().getLineNumber();
    }

    private void root() throws XMLStreamException, ImportRefusedException {
        while (child()) {
            switch (xml.getLocalName()) {
                case "fileHeader" -> header();
                case "measData" -> data();
                default -> skip();
            }
        }
    }

    private void header() throws XMLStreamException, ImportRefusedException {
        while (child()) {
            switch (xml.getLocalName()) {
                case "fileSender" -> attribute("localDn").or(() -> attribute("senderName")).ifPresent(info::sender);
                case "measCollec", "measData" -> attribute("beginTime").ifPresent(info::fileBegin);
                default -> {
                    // Nothing else in the header bears on the measurements.
                }
            }
            skip();
        }
    }

    private void data() throws XMLStreamException, ImportRefusedException {
        info.element(Optional.empty());
        while (child()) {
            if (xml.getLocalName().equals("measInfo")) {
                measInfo();
            } else {
                if (xml.getLocalName().equals("managedElement") || xml.getLocalName().equals("measEntity")) {
                    info.element(attribute("localDn"));
                }
                skip();
            }
        }
    }

    private void measInfo() throws XMLStreamException, ImportRefusedException {
        info.begin();
        while (child()) {
            switch (xml.getLocalName()) {
                case "granPeriod" -> {
                    info.period(attribute("duration"), attribute("endTime"));
                    skip();
                }
                case "measTypes" -> {
                    text();
                    info.types(text, textLength);
                }
                case "measType" -> measType();
                case "measValue" -> measValue();
                default -> skip();
            }
        }
    }

    private void measType() throws XMLStreamException, ImportRefusedException {
        Optional<String> position = attribute("p");
        long line = line();
        String name = textString();
        info.type(position, name, line);
    }

    private void measValue() throws XMLStreamException, ImportRefusedException {
        info.beginValue(attribute("measObjLdn"), line());
        while (child()) {
            switch (xml.getLocalName()) {
                case "r" -> result();
                case "measResults" -> {
                    text();
                    info.results(text, textLength, line());
                }
                case "suspect" -> info.suspect(textString());
                default -> skip();
            }
        }
        info.endValue();
    }

    private void result() throws XMLStreamException, ImportRefusedException {
        int position = PmXmlInfo.NO_POSITION;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("p")) {
                position = PmXmlInfo.position(xml.getAttributeValue(i));
            }
        }
        text();
        if (!info.result(position, text, textLength)) {
            info.unplaced(position, new String(text, 0, textLength).strip(), line());
        }
    }
}
