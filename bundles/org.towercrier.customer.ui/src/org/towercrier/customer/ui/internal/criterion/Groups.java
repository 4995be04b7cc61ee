package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.NoneOf;

/** What is common to criteria that hold others. */
final class Groups {

    /** How a group puts its parts together. */
    enum Kind {
        ALL, ANY, NONE
    }

    private Groups() {
    }

    /** The parts of a group; absent for what is none. */
    static Optional<List<Criterion>> parts(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> Optional.of(all.getCriteria());
            case AnyOf any -> Optional.of(any.getCriteria());
            case NoneOf none -> Optional.of(none.getCriteria());
            case null, default -> Optional.empty();
        };
    }

    /** How a group puts its parts together; absent for what is none. */
    static Optional<Kind> kind(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> Optional.of(Kind.ALL);
            case AnyOf any -> Optional.of(Kind.ANY);
            case NoneOf none -> Optional.of(Kind.NONE);
            case null, default -> Optional.empty();
        };
    }

    /** A new group of copies of some parts. */
    static Criterion of(Kind kind, List<Criterion> parts) {
        Criterion group = switch (kind) {
            case ALL -> CustomerFactory.eINSTANCE.createAllOf();
            case ANY -> CustomerFactory.eINSTANCE.createAnyOf();
            case NONE -> CustomerFactory.eINSTANCE.createNoneOf();
        };
        parts(group).orElseThrow().addAll(EcoreUtil.copyAll(parts));
        return group;
    }
}
