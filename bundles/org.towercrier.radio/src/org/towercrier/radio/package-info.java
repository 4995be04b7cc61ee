/**
 * Radio engineering: path loss, Fresnel zones, rain, shadowing margins and traffic theory. Plain functions with their units in the names
 * of their parameters; frequencies in megahertz or gigahertz and distances in metre or kilometre as the source of each formula has them.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.radio;
