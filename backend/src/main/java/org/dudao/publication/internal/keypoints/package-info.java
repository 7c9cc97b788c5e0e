/** The year's key points of work as an official document. */
package org.dudao.publication.internal.keypoints;
