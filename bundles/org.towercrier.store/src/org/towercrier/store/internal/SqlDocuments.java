package org.towercrier.store.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.jooq.DSLContext;
import org.towercrier.store.DocumentConflictException;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.DocumentMissingException;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreListener;
import org.towercrier.store.Versioned;
import org.towercrier.store.internal.DocumentTable.Stored;

/** Documents in a table of the store. */
final class SqlDocuments implements Documents {

    /** So many versions of a document are kept. */
    private static final int KEPT = 100;
    static final Map<String, Object> SAVE = Map.of(XMLResource.OPTION_ENCODING, "UTF-8",
            XMLResource.OPTION_PROCESS_DANGLING_HREF, XMLResource.OPTION_PROCESS_DANGLING_HREF_RECORD);
    /** Of documents that this product wrote itself; the platform's limits are meant for those of strangers and too low for long texts. */
    static final Map<String, Object> LOAD = Map.of(XMLResource.OPTION_PARSER_PROPERTIES,
            Map.of("jdk.xml.maxGeneralEntitySizeLimit", "0", "jdk.xml.totalEntitySizeLimit", "0"));

    private final Store store;
    private final StoreListener listener;
    private final Clock clock;

    SqlDocuments(Store store, StoreListener listener, Clock clock) {
        this.store = store;
        this.listener = listener;
        this.clock = clock;
    }

    static void createTable(DSLContext sql) {
        DocumentTable.create(sql);
    }

    @Override
    public <T extends EObject> Optional<Versioned<T>> load(String kind, String name, Class<T> type)
            throws StoreException {
        Optional<Stored> current = current(kind, name);
        return current.isEmpty() ? Optional.empty() : Optional.of(parse(current.get(), type));
    }

    @Override
    public <T extends EObject> Optional<Versioned<T>> load(String kind, String name, long version, Class<T> type)
            throws StoreException {
        Optional<Stored> stored = find(kind, name, version);
        return stored.isEmpty() ? Optional.empty() : Optional.of(parse(stored.get(), type));
    }

    @Override
    public long save(String kind, String name, EObject root, long expectedVersion) throws StoreException {
        Resource resource = resources().createResource(uri(kind, name));
        resource.getContents().add(EcoreUtil.copy(root));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            resource.save(bytes, SAVE);
        } catch (IOException e) {
            throw new IllegalArgumentException("The document " + kind + '/' + name + " cannot be written as XMI", e);
        }
        return save(kind, name, bytes.toString(StandardCharsets.UTF_8), expectedVersion);
    }

    long save(String kind, String name, String content, long expectedVersion) throws StoreException {
        checkPart(kind);
        checkPart(name);
        long saved = store.write(tx -> {
            expect(tx.sql(), kind, name, expectedVersion);
            return append(tx.sql(), kind, name, content, expectedVersion + 1);
        });
        listener.document(kind, name, saved);
        return saved;
    }

    @Override
    public void delete(String kind, String name, long expectedVersion) throws StoreException {
        store.write(tx -> {
            expect(tx.sql(), kind, name, expectedVersion);
            DocumentTable.delete(tx.sql(), kind, name);
            return name;
        });
        listener.document(kind, name, NEW);
    }

    @Override
    public long restore(String kind, String name, long version) throws StoreException {
        long saved = store.write(tx -> {
            Optional<Stored> old = DocumentTable.find(tx.sql(), kind, name, version);
            if (old.isEmpty()) {
                throw new DocumentMissingException(kind, name, version);
            }
            return append(tx.sql(), kind, name, old.get().content(), DocumentTable.current(tx.sql(), kind, name) + 1);
        });
        listener.document(kind, name, saved);
        return saved;
    }

    @Override
    public List<DocumentInfo> list(String kind) throws StoreException {
        return store.read(sql -> DocumentTable.list(sql, kind));
    }

    @Override
    public List<DocumentInfo> history(String kind, String name) throws StoreException {
        return store.read(sql -> DocumentTable.history(sql, kind, name));
    }

    @Override
    public URI uri(String kind, String name) {
        return URI.createHierarchicalURI(SCHEME, null, null,
                new String[]{ DocumentHandler.ROOT, URI.encodeSegment(kind, false), URI.encodeSegment(name, false) }, null,
                null);
    }

    @Override
    public void connect(ResourceSet resources) {
        resources.getResourceFactoryRegistry().getProtocolToFactoryMap().put(SCHEME, new XMIResourceFactoryImpl());
        resources.getURIConverter().getURIHandlers().add(0, new DocumentHandler(this));
    }

    @Override
    public long version(Resource resource) {
        return DocumentHandler.version(resource);
    }

    Optional<Stored> current(String kind, String name) throws StoreException {
        return store.read(sql -> DocumentTable.find(sql, kind, name, DocumentTable.current(sql, kind, name)));
    }

    /** Refuses a content that is not what was saved. */
    String intactContent(Stored stored) throws StoreException {
        if (!stored.intact()) {
            throw damaged(stored, new IOException("The content is not what was saved"));
        }
        return stored.content();
    }

    private Optional<Stored> find(String kind, String name, long version) throws StoreException {
        return store.read(sql -> DocumentTable.find(sql, kind, name, version));
    }

    private long append(DSLContext sql, String kind, String name, String content, long version) {
        DocumentTable.insert(sql, new DocumentInfo(kind, name, version, clock.instant(), user()), content);
        DocumentTable.prune(sql, kind, name, version - KEPT + 1);
        return version;
    }

    private static void expect(DSLContext sql, String kind, String name, long expected) throws StoreException {
        long current = DocumentTable.current(sql, kind, name);
        if (current != expected) {
            throw new DocumentConflictException(kind, name, expected, current);
        }
    }

    private <T extends EObject> Versioned<T> parse(Stored stored, Class<T> type) throws StoreException {
        EObject root;
        try {
            root = parse(stored);
        } catch (IOException e) {
            throw damaged(stored, e);
        }
        if (!type.isInstance(root)) {
            throw new IllegalArgumentException("The document " + stored.info().kind() + '/' + stored.info().name() + " is a "
                    + root.eClass().getName() + ", not a " + type.getSimpleName());
        }
        return new Versioned<>(type.cast(root), stored.info());
    }

    private EObject parse(Stored stored) throws IOException {
        if (!stored.intact()) {
            throw new IOException("The content is not what was saved");
        }
        Resource resource = resources().createResource(uri(stored.info().kind(), stored.info().name()));
        try {
            resource.load(new ByteArrayInputStream(stored.content().getBytes(StandardCharsets.UTF_8)), LOAD);
        } catch (WrappedException e) {
            throw new IOException(e.exception());
        }
        if (resource.getContents().isEmpty()) {
            throw new IOException("The document is empty");
        }
        return resource.getContents().getFirst();
    }

    private DocumentDamagedException damaged(Stored stored, IOException cause) throws StoreException {
        Optional<DocumentInfo> good = Optional.empty();
        for (DocumentInfo info : history(stored.info().kind(), stored.info().name())) {
            if (good.isEmpty() && info.version() < stored.info().version() && readable(info)) {
                good = Optional.of(info);
            }
        }
        return new DocumentDamagedException(stored.info(), good, cause);
    }

    private boolean readable(DocumentInfo info) throws StoreException {
        Optional<Stored> stored = find(info.kind(), info.name(), info.version());
        try {
            return stored.isPresent() && parse(stored.get()) != null;
        } catch (IOException e) {
            // Not this one either: the search goes on with the version before.
            return false;
        }
    }

    private ResourceSet resources() {
        ResourceSet resources = new ResourceSetImpl();
        connect(resources);
        return resources;
    }

    private static void checkPart(String text) {
        if (Objects.requireNonNull(text).isBlank()) {
            throw new IllegalArgumentException("A document needs a kind and a name");
        }
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }
}
