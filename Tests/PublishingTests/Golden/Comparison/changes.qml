<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
<renderer-v2 type="categorizedSymbol" attr="verdict_after" forceraster="0" symbollevels="0" enableorderby="0">
<categories>
<category symbol="0" value="fail" label="fail" render="true"/>
<category symbol="1" value="unknown" label="unknown" render="true"/>
<category symbol="2" value="pass" label="pass" render="true"/>
<category symbol="3" value="not_applicable" label="not applicable" render="true"/>
</categories>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><prop k="color" v="184,67,26,255"/><prop k="name" v="circle"/><prop k="outline_color" v="16,26,36,255"/><prop k="outline_width" v="0.3"/><prop k="size" v="2.0"/></layer></symbol>
<symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><prop k="color" v="185,189,193,255"/><prop k="name" v="circle"/><prop k="outline_color" v="16,26,36,255"/><prop k="outline_width" v="0.3"/><prop k="size" v="2.0"/></layer></symbol>
<symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><prop k="color" v="156,196,222,255"/><prop k="name" v="circle"/><prop k="outline_color" v="16,26,36,255"/><prop k="outline_width" v="0.3"/><prop k="size" v="2.0"/></layer></symbol>
<symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><prop k="color" v="230,231,229,255"/><prop k="name" v="circle"/><prop k="outline_color" v="16,26,36,255"/><prop k="outline_width" v="0.3"/><prop k="size" v="2.0"/></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
<text-style fieldName="name" isExpression="0" fontSize="7" fontSizeUnit="Point" textColor="50,54,58,255" textOpacity="1">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
</text-style>
<placement placement="6"/>
<rendering scaleVisibility="1" scaleMin="0" scaleMax="15000" obstacle="1" drawLabels="1"/>
</settings></labeling>
<aliases>
<alias index="0" field="id" name="id"/>
<alias index="1" field="name" name="name"/>
</aliases>
</qgis>
