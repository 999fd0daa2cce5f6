export { PublishScreen } from './publish-screen'
