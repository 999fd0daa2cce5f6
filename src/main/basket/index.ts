export { folderToWatch, openBasket, type Basket } from './basket'
