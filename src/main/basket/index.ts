export { openBasket, type Basket } from './basket'
