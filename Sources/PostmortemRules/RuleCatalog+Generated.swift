// Made from the names of the files in Rules/. Do not edit: `PMLINT_BLESS=1 swift test` writes it anew.

extension Rule {
  /// Every rule, by category and name.
  public static let all: [Rule] = [
    humanErrorAsCause.filed(under: .cause),
    conflictingDuration.filed(under: .consistency),
    conflictMarkers.filed(under: .hygiene),
    garbledText.filed(under: .hygiene),
    leftoverPlaceholder.filed(under: .hygiene),
    impactWithoutPercentage.filed(under: .impact),
    impossiblePercentage.filed(under: .impact),
    unquantifiedImpact.filed(under: .impact),
    blamingLanguage.filed(under: .language),
    blankTemplate.filed(under: .structure),
    emptyReport.filed(under: .structure),
    emptySection.filed(under: .structure),
    missingSection.filed(under: .structure),
    notAPostmortem.filed(under: .structure),
    unmarkedHeading.filed(under: .structure),
    measureWithoutTask.filed(under: .tasks),
    missingTasks.filed(under: .tasks),
    undatedTask.filed(under: .tasks),
    unownedTask.filed(under: .tasks),
    vagueTask.filed(under: .tasks),
    endsBeforeStart.filed(under: .timeline),
    impossibleTime.filed(under: .timeline),
    timelineOutOfOrder.filed(under: .timeline),
    timelineWithoutTimes.filed(under: .timeline),
    ambiguousZone.filed(under: .zone),
    contradictoryOffset.filed(under: .zone),
    invalidDate.filed(under: .zone),
    missingZone.filed(under: .zone),
    mixedZones.filed(under: .zone),
    wrongSeasonZone.filed(under: .zone),
  ]
}
