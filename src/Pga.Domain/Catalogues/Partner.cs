namespace Pga.Domain.Catalogues;

/// <summary>Partner: an organisation that works on a traject.</summary>
public sealed class Partner(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);
