namespace Pga.Domain.Catalogues;

/// <summary>A kind of activity that the rapportage counts: lessons at school, checks, talks.</summary>
public sealed class ActivityKind(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);
