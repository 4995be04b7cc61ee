package org.towercrier.exchange.internal.pm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.internal.Texts;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;

/** Performance measurements in XML: {@code measCollecFile} of 3GPP TS 32.435 and {@code measDataFile} of TS 28.532. */
@Component(service = Importer.class)
public final class PmXmlImporter implements Importer {

    /** Id of the format. */
    public static final String ID = "3gpp-xml";

    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?(measCollecFile|measDataFile)[\\s>/]");
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    /** Encodings that the parser itself decodes, and checks while doing so. */
    private static final List<Charset> NATIVE = List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);
    /** The parser complains about a byte above 127, which no ASCII markup has. */
    private static final Pattern FOREIGN = Pattern.compile("Illegal XML character .*\\(code (?:1[3-9]\\d|12[89]|2\\d\\d)\\)");
    private static final int DECLARATION = 512;

    private final XMLInputFactory2 factory = factory();

    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = new InputFactoryImpl();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory2.IS_COALESCING, Boolean.FALSE);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, Boolean.FALSE);
        factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException(Texts.text("Xml_External"));
        });
        return factory;
    }

    @Override
    public ImporterInfo info() {
        return new ImporterInfo(ID, Texts.text("Format_PmXml"), List.of("xml"), List.of("CellMeasurement", "CounterValue"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = probe.text();
        if (text.isEmpty()) {
            return Recognition.NONE;
        }
        String head = text.get();
        Matcher root = ROOT.matcher(head);
        if (root.find()) {
            return new Recognition(95, Texts.text("Format_Root", root.group(1)));
        }
        String start = head.stripLeading();
        boolean xml = start.startsWith("<?xml") || start.startsWith("<!DOCTYPE")
                || start.startsWith("<") && probe.fileName().toLowerCase(Locale.ROOT).endsWith(".xml");
        boolean suspicious = start.contains("<!ENTITY") || probe.fileName().toLowerCase(Locale.ROOT).endsWith(".xml");
        // Low, so that whoever knows better takes it; else the refusal can say what is wrong with it.
        return xml && suspicious ? new Recognition(5, Texts.text("Format_Xml")) : Recognition.NONE;
    }

    @Override
    public void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        try (InputStream in = source.open(); ByteGuard guard = ByteGuard.ofTokens(in)) {
            XMLStreamReader2 reader = reader(guard);
            try {
                new PmXmlReader(reader, guard, context).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            throw refusal(malformed);
        } catch (UncheckedStreamException malformed) {
            if (malformed.getCause() instanceof XMLStreamException cause) {
                throw refusal(cause);
            }
            throw new ImportRefusedException(Texts.text("Xml_Malformed", clean(malformed.getMessage())));
        }
    }

    private XMLStreamReader2 reader(InputStream in) throws XMLStreamException, IOException, ImportRefusedException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(DECLARATION);
        byte[] head = buffered.readNBytes(DECLARATION);
        buffered.reset();
        Charset charset = charset(head);
        if (NATIVE.contains(charset)) {
            return (XMLStreamReader2) factory.createXMLStreamReader(buffered);
        }
        CharsetDecoder strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        InputStreamReader characters = new InputStreamReader(buffered, strict);
        return (XMLStreamReader2) factory.createXMLStreamReader(characters);
    }

    /** By byte order mark, else by what the declaration says. */
    private static Charset charset(byte[] head) throws ImportRefusedException {
        if (head.length >= 2
                && ((head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff || (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe)) {
            return StandardCharsets.UTF_16;
        }
        if (head.length >= 2 && (head[0] == 0 || head[1] == 0)) {
            return head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\\u00ef\\u00bb\\u00bf", ""));
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new ImportRefusedException(Texts.text("Xml_Encoding", declared.group(1)), 1, 0);
        }
    }

    private static ImportRefusedException refusal(XMLStreamException malformed) throws IOException {
        for (Throwable cause = malformed.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof java.nio.charset.CharacterCodingException) {
                return new ImportRefusedException(Texts.text("Xml_Characters"));
            }
            if (cause instanceof IOException trouble) {
                throw trouble;
            }
        }
        long line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
        long column = malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNumber();
        String words = clean(malformed.getMessage());
        boolean foreign = words.contains("Invalid UTF-8") || FOREIGN.matcher(words).find();
        return new ImportRefusedException(foreign ? Texts.text("Xml_Characters") : Texts.text("Xml_Malformed", words), line, column);
    }

    /** The parser's own words without the place, which is told separately. */
    private static String clean(String message) {
        return Texts.shorten(String.valueOf(message).replaceAll("(?s)\\s*at \\[.*", "").replaceFirst("(?s)^ParseError.*?Message: ", ""));
    }
}
