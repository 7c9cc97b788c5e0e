package org.dudao.registry.internal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RegionRepository implements PanacheRepositoryBase<Region, String> {}
