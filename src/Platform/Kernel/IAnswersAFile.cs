namespace Platform.Kernel;

/// <summary>A page model whose answer is a file: there is no page to look at.</summary>
public interface IAnswersAFile;
