package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.store.DocumentConflictException;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.DocumentMissingException;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Documents with versions. */
public abstract class DocumentConformance extends StoreConformance {

    private static final String KIND = "rules";
    private static final String NAME = "dense load / 密集";

    private Documents documents() {
        return store().documents();
    }

    private Versioned<EObject> load() throws StoreException {
        return documents().load(KIND, NAME, EObject.class).orElseThrow();
    }

    private void damage(long version) throws StoreException {
        store().write(tx -> tx.sql().execute(
                "update \"towercrier_document\" set \"content\" = substring(\"content\", 1, 100) where \"version\" = " + version));
    }

    @Test
    @DisplayName("a document comes back as it was saved, after a new start, too")
    void roundTrip() throws StoreException {
        assertEquals(Optional.empty(), documents().load(KIND, NAME, EObject.class));
        EObject root = model.rules("mine", 80, 90.5);
        assertEquals(1, documents().save(KIND, NAME, root, Documents.NEW));
        temporary.reopen();
        assertTrue(EcoreUtil.equals(root, load().root()));
        assertEquals(1, load().version());
        assertEquals(List.of("rules/" + NAME + " 1"), events);
    }

    @Test
    @DisplayName("nobody overwrites the work of another one silently")
    void conflict() throws StoreException {
        documents().save(KIND, NAME, model.rules("first"), Documents.NEW);
        assertEquals(2, documents().save(KIND, NAME, model.rules("second"), 1));
        DocumentConflictException conflict = assertThrows(DocumentConflictException.class,
                () -> documents().save(KIND, NAME, model.rules("third"), 1));
        assertEquals(2, conflict.current());
        assertThrows(DocumentConflictException.class,
                () -> documents().save(KIND, NAME, model.rules("third"), Documents.NEW));
        assertThrows(DocumentConflictException.class, () -> documents().delete(KIND, NAME, 1));
        assertTrue(EcoreUtil.equals(model.rules("second"), load().root()));
    }

    @Test
    @DisplayName("older versions are kept and can be restored")
    void history() throws StoreException {
        documents().save(KIND, NAME, model.rules("first"), Documents.NEW);
        documents().save(KIND, NAME, model.rules("second"), 1);
        documents().save(KIND, "other", model.rules("other"), Documents.NEW);
        assertEquals(List.of(2L, 1L), documents().history(KIND, NAME).stream().map(DocumentInfo::version).toList());
        assertEquals(3, documents().restore(KIND, NAME, 1));
        assertTrue(EcoreUtil.equals(model.rules("first"), load().root()));
        assertTrue(EcoreUtil.equals(model.rules("second"), documents().load(KIND, NAME, 2, EObject.class).orElseThrow().root()));
        assertEquals(List.of(NAME + " 3", "other 1"),
                documents().list(KIND).stream().map(info -> info.name() + ' ' + info.version()).toList());
        assertThrows(DocumentMissingException.class, () -> documents().restore(KIND, NAME, 77));
        documents().delete(KIND, NAME, 3);
        assertEquals(Optional.empty(), documents().load(KIND, NAME, EObject.class));
        assertEquals(List.of("other"), documents().list(KIND).stream().map(DocumentInfo::name).toList());
    }

    @Test
    @DisplayName("of a document saved often, the last hundred versions are kept")
    void pruned() throws StoreException {
        for (int i = 0; i < 103; i++) {
            documents().save(KIND, NAME, model.rules("v" + i), i);
        }
        List<DocumentInfo> kept = documents().history(KIND, NAME);
        assertEquals(100, kept.size());
        assertEquals(4, kept.getLast().version());
    }

    @Test
    @DisplayName("for a damaged document the last good version is offered")
    void damaged() throws StoreException {
        documents().save(KIND, NAME, model.rules("first"), Documents.NEW);
        documents().save(KIND, NAME, model.rules("second"), 1);
        documents().save(KIND, NAME, model.rules("third"), 2);
        damage(2);
        damage(3);
        DocumentDamagedException failure = assertThrows(DocumentDamagedException.class, this::load);
        assertEquals(3, failure.damaged().version());
        assertEquals(1, failure.lastGood().orElseThrow().version());
        assertTrue(failure.getMessage().contains("Version 1 can be read"), failure.getMessage());
        documents().restore(KIND, NAME, failure.lastGood().orElseThrow().version());
        assertTrue(EcoreUtil.equals(model.rules("first"), load().root()));
    }

    @Test
    @DisplayName("when no version can be read, it says so")
    void lost() throws StoreException {
        documents().save(KIND, NAME, model.rules("first"), Documents.NEW);
        damage(1);
        assertEquals(Optional.empty(), assertThrows(DocumentDamagedException.class, this::load).lastGood());
    }

    @Test
    @DisplayName("resources of an own resource set load and save documents, and know their version")
    void resources() throws Exception {
        documents().save(KIND, NAME, model.rules("first", 1), Documents.NEW);
        ResourceSetImpl resources = new ResourceSetImpl();
        documents().connect(resources);
        Resource resource = resources.getResource(documents().uri(KIND, NAME), true);
        assertEquals(1, documents().version(resource));
        EObject root = resource.getContents().getFirst();
        model.<EObject>many(root, "rules").clear();
        resource.save(null);
        assertEquals(2, documents().version(resource));
        assertTrue(EcoreUtil.equals(model.rules("first"), load().root()));

        documents().save(KIND, NAME, model.rules("somebody else's"), 2);
        IOException refused = assertThrows(IOException.class, () -> resource.save(null));
        assertInstanceOf(DocumentConflictException.class, refused.getCause());

        Resource fresh = resources.createResource(documents().uri(KIND, "fresh"));
        fresh.getContents().add(model.rules("fresh"));
        fresh.save(null);
        assertEquals(1, documents().version(fresh));
        assertEquals(false, resources.getURIConverter().exists(documents().uri(KIND, "missing"), null));
    }

    @Test
    @DisplayName("a document of another type is the caller's mistake")
    void wrongType() throws StoreException {
        documents().save(KIND, NAME, model.rules("first"), Documents.NEW);
        assertThrows(IllegalArgumentException.class,
                () -> documents().load(KIND, NAME, org.eclipse.emf.ecore.EPackage.class));
        assertThrows(IllegalArgumentException.class, () -> documents().save(KIND, " ", model.rules("x"), Documents.NEW));
    }
}
