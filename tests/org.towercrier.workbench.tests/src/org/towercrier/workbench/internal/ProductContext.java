package org.towercrier.workbench.internal;

import java.util.Arrays;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;

/** Gives the application the properties of the product, which is not the running one in a test. */
final class ProductContext implements IApplicationContext {

    private static final String PRODUCT = "org.towercrier.workbench.product";

    private final IConfigurationElement product = Platform.getExtensionRegistry().getExtension(PRODUCT).getConfigurationElements()[0];
    private final String[] arguments;

    ProductContext(String... arguments) {
        this.arguments = arguments.clone();
    }

    @Override
    public Map<?, ?> getArguments() {
        return Map.of(APPLICATION_ARGS, arguments);
    }

    @Override
    public String getBrandingProperty(String key) {
        return Arrays.stream(product.getChildren("property")).filter(property -> key.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value")).findFirst().orElse(null);
    }

    @Override
    public String getBrandingApplication() {
        return product.getAttribute("application");
    }

    @Override
    public String getBrandingName() {
        return product.getAttribute("name");
    }

    @Override
    public String getBrandingDescription() {
        return "";
    }

    @Override
    public String getBrandingId() {
        return PRODUCT;
    }

    @Override
    public Bundle getBrandingBundle() {
        return Platform.getBundle(product.getContributor().getName());
    }

    @Override
    public void applicationRunning() {
        // nobody waits for it here
    }

    @Override
    public void setResult(Object result, IApplication application) {
        throw new UnsupportedOperationException("the workbench returns its result");
    }
}
