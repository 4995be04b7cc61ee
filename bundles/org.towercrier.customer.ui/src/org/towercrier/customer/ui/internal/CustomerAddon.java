package org.towercrier.customer.ui.internal;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.towercrier.customer.CustomerPages;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.WorkbenchIds;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Lets customers be found from anywhere. */
public final class CustomerAddon {

    private final MApplication application;
    private final CustomerFinder finder;
    private final ServiceRegistration<FindProvider> registration;

    @Inject
    public CustomerAddon(MApplication application, Texts texts) {
        this.application = application;
        finder = new CustomerFinder(texts, this::open);
        registration = FrameworkUtil.getBundle(CustomerAddon.class).getBundleContext().registerService(FindProvider.class, finder, null);
    }

    @Inject
    void pages(@Optional CustomerPages service) {
        finder.offer(service != null);
    }

    /** Opens the page in the window, which need not be the active one: the field to search in may have been. */
    private void open(String identity) {
        application.getChildren().stream().filter(window -> WorkbenchIds.WINDOW.equals(window.getElementId())).findFirst()
                .ifPresent(window -> ContextInjectionFactory.make(Navigation.class, window.getContext().getActiveLeaf()).customer(identity,
                        this));
    }

    @PreDestroy
    void close() {
        registration.unregister();
    }
}
