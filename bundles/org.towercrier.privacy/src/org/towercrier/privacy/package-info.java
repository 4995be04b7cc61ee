/**
 * Personal data: how it is masked, who may see it, and the log of who asked.
 *
 * <p>Whatever shows or writes attributes of people goes through {@link org.towercrier.privacy.Masking}; only a
 * disclosure that was asked for, granted by a role and logged lets plain values through.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.privacy;
