/** What the inspector's phone needs beside what every client asks for. */
package org.dudao.zone.internal.phone;
