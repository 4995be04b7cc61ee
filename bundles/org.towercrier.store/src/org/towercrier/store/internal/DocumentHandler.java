package org.towercrier.store.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.eclipse.emf.ecore.xmi.impl.XMLResourceImpl;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.internal.DocumentTable.Stored;

/**
 * Lets EMF resources load and save documents of the store. Each resource remembers the version it was loaded with, in an
 * adapter, and expects it when it is saved.
 */
final class DocumentHandler extends URIHandlerImpl {

    /** The first segment of document URIs. */
    static final String ROOT = "documents";

    private final SqlDocuments documents;

    DocumentHandler(SqlDocuments documents) {
        this.documents = documents;
    }

    /** The version a resource was loaded or saved with, 0 when never. */
    static long version(Resource resource) {
        return versionOf(resource).map(v -> v.version).orElse(Documents.NEW);
    }

    private static Optional<VersionAdapter> versionOf(Resource resource) {
        return resource.eAdapters().stream().filter(VersionAdapter.class::isInstance).map(VersionAdapter.class::cast)
                .findFirst();
    }

    private static void remember(Resource resource, long version) {
        versionOf(resource).ifPresent(resource.eAdapters()::remove);
        resource.eAdapters().add(new VersionAdapter(version));
    }

    @Override
    public boolean canHandle(URI uri) {
        return Documents.SCHEME.equals(uri.scheme()) && uri.segmentCount() == 3 && ROOT.equals(uri.segment(0));
    }

    @Override
    public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
        try {
            Stored stored = documents.current(kind(uri), name(uri)).orElseThrow(() -> new FileNotFoundException(uri.toString()));
            byte[] content = documents.intactContent(stored).getBytes(StandardCharsets.UTF_8);
            return new LoadStream(content, stored.info().version(), options);
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public OutputStream createOutputStream(URI uri, Map<?, ?> options) {
        return new SaveStream(documents, uri, options);
    }

    @Override
    public boolean exists(URI uri, Map<?, ?> options) {
        try {
            return documents.current(kind(uri), name(uri)).isPresent();
        } catch (StoreException e) {
            // What cannot be asked for cannot be opened either; opening says why.
            return false;
        }
    }

    private static String kind(URI uri) {
        return URI.decode(uri.segment(1));
    }

    private static String name(URI uri) {
        return URI.decode(uri.segment(2));
    }

    private static XMLResourceImpl xml(Resource resource) throws IOException {
        if (resource instanceof XMLResourceImpl xml) {
            return xml;
        }
        throw new IOException("Documents are XML resources, not " + resource.getClass().getSimpleName());
    }

    /** The version of the document a resource holds. */
    private static final class VersionAdapter extends AdapterImpl {

        private final long version;

        VersionAdapter(long version) {
            this.version = version;
        }
    }

    /** The content of a document; it tells the resource the version. */
    private static final class LoadStream extends ByteArrayInputStream implements URIConverter.Loadable {

        private final long version;
        private final Map<?, ?> options;

        LoadStream(byte[] content, long version, Map<?, ?> options) {
            super(content);
            this.version = version;
            this.options = options;
        }

        @Override
        public void loadResource(Resource resource) throws IOException {
            xml(resource).doLoad(new ByteArrayInputStream(buf), options);
            remember(resource, version);
        }
    }

    /** Saves a resource as the next version. */
    private static final class SaveStream extends ByteArrayOutputStream implements URIConverter.Saveable {

        private final SqlDocuments documents;
        private final URI uri;
        private final Map<?, ?> options;

        SaveStream(SqlDocuments documents, URI uri, Map<?, ?> options) {
            this.documents = documents;
            this.uri = uri;
            this.options = options;
        }

        @Override
        public void saveResource(Resource resource) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Map<Object, Object> merged = new HashMap<>(SqlDocuments.SAVE);
            merged.putAll(options);
            xml(resource).doSave(bytes, merged);
            try {
                remember(resource, documents.save(kind(uri), name(uri), bytes.toString(StandardCharsets.UTF_8),
                        version(resource)));
            } catch (StoreException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
