#ifndef SITING_CGDAL_H
#define SITING_CGDAL_H

// GDAL's C interface, found when it is first asked for: to load it takes longer than to start the program.

#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_recordbatch.h>
#include <gdal/ogr_srs_api.h>

// What is used of it, by the names that GDAL gives it.
#define SITING_GDAL_FUNCTIONS(F)            \
  F(CPLGetErrorHandlerUserData)             \
  F(CPLPopErrorHandler)                     \
  F(CPLPushErrorHandlerEx)                  \
  F(CPLSetErrorHandler)                     \
  F(CPLSetThreadLocalConfigOption)          \
  F(GDALAllRegister)                        \
  F(GDALClose)                              \
  F(GDALCreate)                             \
  F(GDALDatasetCommitTransaction)           \
  F(GDALDatasetCreateLayer)                 \
  F(GDALDatasetExecuteSQL)                  \
  F(GDALDatasetGetLayer)                    \
  F(GDALDatasetGetLayerByName)              \
  F(GDALDatasetGetLayerCount)               \
  F(GDALDatasetReleaseResultSet)            \
  F(GDALDatasetRollbackTransaction)         \
  F(GDALDatasetStartTransaction)            \
  F(GDALGetDriverByName)                    \
  F(GDALGetMetadataItem)                    \
  F(GDALOpenEx)                             \
  F(OGRSetNonLinearGeometriesEnabledFlag)   \
  F(OGR_F_Create)                           \
  F(OGR_F_Destroy)                          \
  F(OGR_F_GetFID)                           \
  F(OGR_F_GetFieldIndex)                    \
  F(OGR_F_SetFieldDateTime)                 \
  F(OGR_F_SetFieldDouble)                   \
  F(OGR_F_SetFieldInteger)                  \
  F(OGR_F_SetFieldInteger64)                \
  F(OGR_F_SetFieldString)                   \
  F(OGR_F_SetGeometryDirectly)              \
  F(OGR_Fld_Create)                         \
  F(OGR_Fld_Destroy)                        \
  F(OGR_Fld_SetAlternativeName)             \
  F(OGR_Fld_SetSubType)                     \
  F(OGR_G_CreateFromWkb)                    \
  F(OGR_G_CreateFromWkt)                    \
  F(OGR_G_ForceToMultiLineString)           \
  F(OGR_G_ForceToMultiPoint)                \
  F(OGR_G_ForceToMultiPolygon)              \
  F(OGR_L_CreateFeature)                    \
  F(OGR_L_CreateField)                      \
  F(OGR_L_GetArrowStream)                   \
  F(OGR_L_GetFeatureCount)                  \
  F(OGR_L_GetGeomType)                      \
  F(OGR_L_GetLayerDefn)                     \
  F(OGR_L_GetName)                          \
  F(OGR_L_GetNextFeature)                   \
  F(OGR_L_GetSpatialRef)                    \
  F(OGR_L_ResetReading)                     \
  F(OGR_L_SetAttributeFilter)               \
  F(OGR_L_SetSpatialFilterRect)             \
  F(OSRDestroySpatialReference)             \
  F(OSRExportToWkt)                         \
  F(OSRImportFromEPSG)                      \
  F(OSRNewSpatialReference)                 \
  F(OSRSetAxisMappingStrategy)              \
  F(OSRSetFromUserInput)                    \
  F(VSIFree)

typedef struct SitingGDAL {
#define SITING_GDAL_FIELD(name) __typeof__(&name) _Nonnull name;
  SITING_GDAL_FUNCTIONS(SITING_GDAL_FIELD)
#undef SITING_GDAL_FIELD
} SitingGDAL;

// NULL where the library is not on the machine, or lacks one of the functions; by any thread.
const SitingGDAL *_Nullable siting_gdal(void);

#endif
