/** Random draws of schools and inspectors for special and joint inspections (随机抽取, 双随机). */
package org.dudao.zone.internal.draw;
