/** How messages leave the product: a channel is a service of a plug-in; the product brings one that hands over files. */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.campaign.channel;
