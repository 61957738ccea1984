import GeoFiles
