-- How many features each collection has, and the box around them: the measure for what clients read.
WITH feature (collection, geom) AS (
    SELECT lower(level) || '-grids', geom FROM grid_in_force
    UNION ALL
    SELECT 'circle-' || lower(level), geom FROM grid_in_force WHERE level <> 'DEDICATED'
    UNION ALL
    SELECT 'towns', ST_Collect(geom)
    FROM grid_in_force WHERE level = 'COMMUNITY' GROUP BY district, parent_code
    UNION ALL
    SELECT 'districts', ST_Collect(geom)
    FROM grid_in_force WHERE level = 'COMMUNITY' GROUP BY district
    UNION ALL
    SELECT 'facilities', facility.geom
    FROM data_set_in_force JOIN facility ON facility.data_set = version
    WHERE entrance_of IS NULL
    UNION ALL
    SELECT 'roads', road.geom FROM data_set_in_force JOIN road ON road.data_set = version
    UNION ALL
    SELECT 'addresses', geom FROM address_in_force
    UNION ALL
    SELECT 'outside-addresses', geom FROM address_in_force WHERE outcome = 'OUTSIDE'
    UNION ALL
    SELECT 'findings', finding.geom
    FROM data_set_in_force JOIN finding ON finding.data_set = version
    UNION ALL
    SELECT 'finding-areas', finding.area
    FROM data_set_in_force JOIN finding ON finding.data_set = version
    WHERE finding.area IS NOT NULL
)
SELECT
    id,
    count(collection),
    ST_XMin(ST_Extent(geom)),
    ST_YMin(ST_Extent(geom)),
    ST_XMax(ST_Extent(geom)),
    ST_YMax(ST_Extent(geom))
FROM unnest(ARRAY[
    'districts', 'towns', 'community-grids', 'general-grids', 'micro-grids', 'dedicated-grids',
    'addresses', 'outside-addresses', 'facilities', 'roads', 'findings', 'finding-areas',
    'circle-community', 'circle-general', 'circle-micro'
]) AS id
LEFT JOIN feature ON collection = id
GROUP BY id
ORDER BY id;
