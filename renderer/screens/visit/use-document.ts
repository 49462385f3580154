export * from '../../widgets/printing/use-document'
